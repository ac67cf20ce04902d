import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import type { PrefillSource } from '@esocial/ui/forms/runtime-types.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Where each value filled in beforehand is from, in words. */
export function usePrefillSources(task: TaskDetail): PrefillSource[] {
  const { t } = useTranslation('task');
  const format = useFormat();
  return useMemo(
    () =>
      task.prefill.map(({ path, source }) => ({
        path,
        source: source.at
          ? t('prefill.dated', { title: source.title, at: format.date(source.at) })
          : t('prefill.plain', { title: source.title }),
      })),
    [task.prefill, t, format],
  );
}

import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { claimTask } from '../../shared/tasks/useClaimTask.ts';

/** Claims many tasks one after another, counting; tells how many others were faster with. */
export function useBulkClaim(onDone: () => void): {
  progress: number | undefined;
  claimAll: (ids: string[]) => Promise<void>;
} {
  const { t } = useTranslation('worklist');
  const queries = useQueryClient();
  const toast = useToast();
  const [progress, setProgress] = useState<number>();
  const claimAll = async (ids: string[]) => {
    let refused = 0;
    for (const [index, id] of ids.entries()) {
      setProgress(index + 1);
      await claimTask(id).catch(() => (refused += 1));
    }
    setProgress(undefined);
    onDone();
    toast({ text: t('bulk.claimed', { count: ids.length - refused, refused }) });
    await queries.invalidateQueries({ queryKey: ['tasks'] });
  };
  return { progress, claimAll };
}

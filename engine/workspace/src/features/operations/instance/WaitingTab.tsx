import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useTranslation } from 'react-i18next';
import { SimpleTable } from '../../../shared/SimpleTable.tsx';
import { useWaitingRows } from './useWaitingRows.ts';

/** What the instance waits for: people, dates, work of machines, messages and signals. */
export function WaitingTab({ instance, names }: { instance: ProcessInstanceView; names: Record<string, string> }) {
  const { t } = useTranslation('operations');
  const groups = useWaitingRows(instance, names).filter(({ rows }) => rows.length > 0);
  return (
    <section className="es-stack es-stack-large" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('tab.waiting')}</h2>
      {groups.length === 0 && <EmptyState title={t('waiting.none')}>{t('waiting.noneText')}</EmptyState>}
      {groups.map((group) => (
        <SimpleTable
          key={group.kind}
          caption={t(`waiting.${group.kind}`)}
          columns={group.columns.map((column) => t(`waiting.column.${column}`))}
          rows={group.rows}
        />
      ))}
    </section>
  );
}

import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../../shared/LoadMore.tsx';
import { allItems } from '../../../shared/pages.ts';
import { processSteps } from '../api/process-steps.ts';
import { SimpleTable } from '../../../shared/SimpleTable.tsx';
import { StepChanges } from './StepChanges.tsx';

interface HistoryTabProps {
  instanceId: string;
  names: Record<string, string>;
}

/** Every step of the instance, the newest first: when, what came in, what it changed, who did it. */
export function HistoryTab({ instanceId, names }: HistoryTabProps) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const query = useInfiniteQuery(processSteps(instanceId));
  return (
    <section className="es-stack" aria-labelledby="history-title">
      <h2 id="history-title">{t('tab.history')}</h2>
      <DataState
        query={query}
        isEmpty={(data) => allItems(data).length === 0}
        empty={<EmptyState title={t('history.none')} />}
      >
        {(data) => (
          <>
            <SimpleTable
              caption={t('history.caption')}
              captionHidden
              columns={(['at', 'command', 'changes', 'actor'] as const).map((column) => t(`history.${column}`))}
              rows={allItems(data).map((step) => ({
                key: String(step.version),
                cells: [
                  format.dateTime(step.at),
                  t(`command.${step.command}`, { defaultValue: step.command }),
                  <StepChanges key="changes" step={step} names={names} />,
                  step.actor?.displayName ?? t('history.engine'),
                ],
              }))}
            />
            <LoadMore {...query} />
          </>
        )}
      </DataState>
    </section>
  );
}

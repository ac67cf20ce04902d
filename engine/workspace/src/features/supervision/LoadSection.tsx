import type { SupervisionSummary } from '@esocial/contracts/generated/api-supervision-summary.ts';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useTranslation } from 'react-i18next';
import { loadRows } from './load.ts';
import { LoadLegend } from './LoadLegend.tsx';
import { LoadTable } from './LoadTable.tsx';
import type { LoadGrouping } from './useSupervisionAddress.ts';

interface LoadSectionProps {
  summary: SupervisionSummary;
  grouping: LoadGrouping;
  onGroup: (grouping: LoadGrouping) => void;
}

/** Who has how much, by worker or by office. */
export function LoadSection({ summary, grouping, onGroup }: LoadSectionProps) {
  const { t } = useTranslation('supervision');
  const rows = loadRows(summary, grouping);
  return (
    <section className="es-stack" aria-labelledby="load-title">
      <div className="es-row es-row-between">
        <h2 id="load-title">{t('load.title')}</h2>
        <div className="es-row es-no-print" role="group" aria-label={t('load.by')}>
          {(['workers', 'offices'] as const).map((each) => (
            <button
              key={each}
              type="button"
              className="es-chip"
              aria-pressed={each === grouping}
              onClick={() => onGroup(each)}
            >
              {t(`load.${each}`)}
            </button>
          ))}
        </div>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('load.empty')}>{t('load.emptyText')}</EmptyState>
      ) : (
        <>
          <LoadLegend />
          <LoadTable rows={rows} grouping={grouping} />
        </>
      )}
    </section>
  );
}

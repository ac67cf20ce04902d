import type { Incident } from '@esocial/contracts/generated/api-incidents-item.ts';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../shared/session/SessionContext.ts';
import { useSelection } from '../../../shared/useSelection.ts';
import { IncidentRow } from './IncidentRow.tsx';
import type { Retries } from './useRetries.ts';

const columns = ['step', 'case', 'message', 'since'] as const;

/** The most that are retried at once. */
const manyAtOnce = 100;

/** What stopped, where, why, since when; one step or those ticked can be tried again. */
export function IncidentTable({ incidents, retries }: { incidents: readonly Incident[]; retries: Retries }) {
  const { t } = useTranslation('operations');
  const open = incidents.filter((incident) => !incident.resolvedAt).slice(0, manyAtOnce);
  const mayTick = useMay('incident.retry') && open.length > 1;
  const selection = useSelection(open.map((incident) => incident.id));
  const ticked = open.filter((incident) => selection.has(incident.id));
  const all = ticked.length === open.length;
  return (
    <div className="es-stack">
      {mayTick && (
        <label className="es-row es-no-print">
          <input
            type="checkbox"
            className="es-check"
            checked={all}
            onChange={() => selection.setAll(all ? [] : open.map((incident) => incident.id))}
          />
          {t('retry.tickAll', { count: open.length })}
        </label>
      )}
      <table className="es-table es-table-cards">
        <caption className="es-visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
            <th scope="col" className="es-no-print">
              {t('column.action')}
            </th>
          </tr>
        </thead>
        <tbody>
          {incidents.map((incident) => (
            <IncidentRow
              key={incident.id}
              incident={incident}
              retries={retries}
              ticked={selection.has(incident.id)}
              onTick={mayTick && !incident.resolvedAt ? () => selection.toggle(incident.id) : undefined}
            />
          ))}
        </tbody>
      </table>
      {ticked.length > 0 && (
        <div className="es-bulk es-no-print" role="region" aria-label={t('retry.bulk')}>
          <strong role="status">{t('retry.count', { count: ticked.length })}</strong>
          <Button size="sm" loading={retries.busy} onClick={() => retries.retryAll(ticked, selection.clear)}>
            {t('retry.chosen')}
          </Button>
          <button type="button" className="es-link-button" onClick={selection.clear}>
            {t('retry.clear')}
          </button>
        </div>
      )}
    </div>
  );
}

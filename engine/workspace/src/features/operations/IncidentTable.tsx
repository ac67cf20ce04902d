import type { Incident } from '@esocial/contracts/generated/api-incidents-item.ts';
import { useTranslation } from 'react-i18next';
import { IncidentRow } from './IncidentRow.tsx';
import type { Retries } from './useRetries.ts';

const columns = ['step', 'case', 'message', 'since'] as const;

/** What stopped, where, why, since when. */
export function IncidentTable({ incidents, retries }: { incidents: readonly Incident[]; retries: Retries }) {
  const { t } = useTranslation('operations');
  return (
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
          <IncidentRow key={incident.id} incident={incident} retries={retries} />
        ))}
      </tbody>
    </table>
  );
}

import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { StateBadge } from '@esocial/ui/components/StateBadge.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import type { ElementRow } from './element-counts.ts';

interface ElementCountTableProps {
  rows: readonly ElementRow[];
  chosen: string | undefined;
  onChoose: (elementId: string) => void;
}

/** The same as the numbers on the diagram, as a table; a step narrows the list to those that are there. */
export function ElementCountTable({ rows, chosen, onChoose }: ElementCountTableProps) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  if (rows.length === 0) return <EmptyState title={t('counts.empty')}>{t('counts.emptyText')}</EmptyState>;
  return (
    <table className="es-table">
      <caption className="es-visually-hidden">{t('counts.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.step')}</th>
          <th scope="col" className="es-table-number">
            {t('counts.active')}
          </th>
          <th scope="col" className="es-table-number">
            {t('counts.incidents')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.elementId}>
            <th scope="row">
              <button
                type="button"
                className="es-link-button es-count-step"
                aria-pressed={row.elementId === chosen}
                onClick={() => onChoose(row.elementId)}
              >
                {row.name}
              </button>
            </th>
            <td className="es-table-number">{format.number(row.active)}</td>
            <td className="es-table-number">
              {row.incidents > 0 && <StateBadge tone="danger">{format.number(row.incidents)}</StateBadge>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

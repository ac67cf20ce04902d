import { DeadlineText } from '@esocial/ui/components/DeadlineText.tsx';
import { StackedBar } from '@esocial/ui/components/StackedBar.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { loadStates, totalOf, type LoadRow } from './load.ts';
import type { LoadGrouping } from './useSupervisionAddress.ts';

/** Workers or offices with a bar and the same figures; a name opens the list of its tasks. */
export function LoadTable({ rows, grouping }: { rows: readonly LoadRow[]; grouping: LoadGrouping }) {
  const { t } = useTranslation(['supervision', 'ui']);
  const format = useFormat();
  const max = Math.max(...rows.map(totalOf));
  const offices = grouping === 'offices';
  const hrefOf = (id: string) => links.supervision({ list: 'all', [offices ? 'office' : 'worker']: id });
  const figures = (row: LoadRow) => [
    ...loadStates.map((state) => ({ label: t(`ui:deadline.${state}`), value: row[state] })),
    ...(offices ? [{ label: t('state.unclaimed'), value: row.unclaimed ?? 0 }] : []),
  ];
  return (
    <table className="es-table es-table-cards es-load-table">
      <caption className="es-visually-hidden">{t(`load.${grouping}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t(offices ? 'load.office' : 'load.worker')}</th>
          <th scope="col">{t('load.bar')}</th>
          {rows.slice(0, 1).flatMap((row) =>
            figures(row).map(({ label }) => (
              <th key={label} scope="col" className="es-table-number">
                {label}
              </th>
            )),
          )}
          <th scope="col">{t('load.oldest')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link href={hrefOf(row.id)}>{row.name}</Link>
            </th>
            <td className="es-load-bar">
              <StackedBar
                max={max}
                parts={loadStates.map((key) => ({ key, label: t(`ui:deadline.${key}`), value: row[key] }))}
              />
            </td>
            {figures(row).map(({ label, value }) => (
              <td key={label} className="es-table-number" data-label={label}>
                {format.number(value)}
              </td>
            ))}
            <td data-label={t('load.oldest')}>{row.oldest && <DeadlineText dueAt={row.oldest} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

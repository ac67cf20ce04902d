import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import type { TrendWeek } from './trend-weeks.ts';

const columns = ['opened', 'completed', 'completedLate'] as const;

/** The figures of the trend by week. */
export function TrendTable({ weeks }: { weeks: readonly TrendWeek[] }) {
  const { t } = useTranslation('supervision');
  const format = useFormat();
  return (
    <table className="es-table es-trend-table">
      <caption className="es-visually-hidden">{t('trend.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('trend.week')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="es-table-number">
              {t(`trend.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.from}>
            <th scope="row">{`${format.date(week.from).slice(0, 5)} – ${format.date(week.to).slice(0, 5)}`}</th>
            {columns.map((column) => (
              <td key={column} className="es-table-number">
                {format.number(week[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

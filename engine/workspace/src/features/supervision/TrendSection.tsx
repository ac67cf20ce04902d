import { useTranslation } from 'react-i18next';
import { TrendChart } from './TrendChart.tsx';
import { TrendTable } from './TrendTable.tsx';
import { trendWeeks, type TrendDay } from './trend-weeks.ts';

/** Four weeks back: what came, what was finished, and how much of it late. */
export function TrendSection({ trend }: { trend: readonly TrendDay[] }) {
  const { t } = useTranslation('supervision');
  if (trend.every((day) => day.opened + day.completed === 0)) return null;
  return (
    <section className="es-stack" aria-labelledby="trend-title">
      <h2 id="trend-title">{t('trend.title')}</h2>
      <div className="es-columns">
        <TrendChart days={trend} />
        <TrendTable weeks={trendWeeks(trend)} />
      </div>
    </section>
  );
}

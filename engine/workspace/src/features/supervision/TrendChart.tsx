import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrendDay } from './trend-weeks.ts';

const height = 120;
const step = 20;
const column = 14;

/** A column a day: finished in time, finished late on top; a line says how many were opened. */
export function TrendChart({ days }: { days: readonly TrendDay[] }) {
  const { t } = useTranslation('supervision');
  const format = useFormat();
  const lateId = useId();
  const max = Math.max(1, ...days.flatMap((day) => [day.completed, day.opened]));
  const scale = (value: number) => (value / max) * height;
  const opened = days.map((day, index) => `${index * step + step / 2},${height - scale(day.opened)}`).join(' ');
  return (
    <figure className="es-stack es-stack-small">
      <svg
        className="es-trend"
        viewBox={`0 -4 ${days.length * step} ${height + 24}`}
        role="img"
        aria-label={t('trend.label')}
      >
        <defs>
          <pattern id={lateId} width="5" height="5" patternUnits="userSpaceOnUse">
            <rect width="5" height="5" fill="#d92d20" />
            <rect width="5" height="2" fill="#7a271a" />
          </pattern>
        </defs>
        {days.map((day, index) => (
          <TrendColumn
            key={day.date}
            day={day}
            x={index * step + (step - column) / 2}
            scale={scale}
            late={`url(#${lateId})`}
          />
        ))}
        <polyline className="es-trend-opened" points={opened} />
        <line className="es-trend-base" x1="0" x2={days.length * step} y1={height} y2={height} />
        {days.map((day, index) =>
          index % 7 === 0 ? (
            <text key={day.date} className="es-trend-date" x={index * step} y={height + 6} dominantBaseline="hanging">
              {format.date(day.date).slice(0, 5)}
            </text>
          ) : null,
        )}
      </svg>
      <figcaption>
        <ul className="es-swatches es-small">
          {(['inTime', 'late', 'opened'] as const).map((each) => (
            <li key={each}>
              <span className="es-swatch" data-trend={each} aria-hidden="true" />
              {t(`trend.legend.${each}`)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

interface TrendColumnProps {
  day: TrendDay;
  x: number;
  scale: (value: number) => number;
  /** Fill of what was late. */
  late: string;
}

function TrendColumn({ day, x, scale, late }: TrendColumnProps) {
  const lateHeight = scale(day.completedLate);
  const inTime = scale(day.completed - day.completedLate);
  return (
    <>
      <rect className="es-trend-inTime" x={x} y={height - inTime} width={column} height={inTime} />
      <rect fill={late} x={x} y={height - inTime - lateHeight} width={column} height={lateHeight} />
    </>
  );
}

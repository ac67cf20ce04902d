import type { SupervisionSummary } from '@esocial/contracts/generated/api-supervision-summary.ts';

export type TrendDay = SupervisionSummary['trend'][number];

export interface TrendWeek {
  from: string;
  to: string;
  opened: number;
  completed: number;
  completedLate: number;
}

const daysOfWeek = 7;

/** The days in groups of seven, the last ending today, added up. */
export function trendWeeks(days: readonly TrendDay[]): TrendWeek[] {
  const weeks: TrendWeek[] = [];
  for (let end = days.length; end > 0; end -= daysOfWeek) {
    const week = days.slice(Math.max(end - daysOfWeek, 0), end);
    const sum = (key: 'opened' | 'completed' | 'completedLate') => week.reduce((total, day) => total + day[key], 0);
    weeks.unshift({
      from: week[0]?.date ?? '',
      to: week.at(-1)?.date ?? '',
      opened: sum('opened'),
      completed: sum('completed'),
      completedLate: sum('completedLate'),
    });
  }
  return weeks;
}

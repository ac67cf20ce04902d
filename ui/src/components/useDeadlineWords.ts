import { useTranslation } from 'react-i18next';
import { civilDay, daysBetween } from '../i18n/civil-day.ts';
import { distanceInWords } from '../i18n/distance.ts';
import { useFormat } from '../i18n/useFormat.ts';

export interface Remaining {
  amount: number;
  unit: 'hours' | 'workingDays' | 'calendarDays';
}

const near = 2;

/**
 * Says when something is due: "mâine, 17:00", with `remaining` also "mai sunt 6 ore"; further away
 * than two days with the date: "12.03.2026, peste 8 zile".
 */
export function useDeadlineWords(): (dueAt: string, now: Date, remaining?: Remaining) => string {
  const { t } = useTranslation('ui');
  const format = useFormat();
  return (dueAt, now, remaining) => {
    const due = new Date(dueAt);
    const phrase = distanceInWords(due, now);
    const distance = t(phrase.key, phrase.values);
    const days = Math.abs(daysBetween(civilDay(now), civilDay(due)));
    const words = days < near ? `${distance}, ${format.time(due)}` : `${format.date(due)}, ${distance}`;
    const count = remaining ? wholeUnits(remaining) : 0;
    return remaining && count > 0 ? `${words}, ${t(remainingKey(remaining), { count })}` : words;
  };
}

/** Whole hours or days, never more than there are. */
function wholeUnits({ amount }: Remaining): number {
  return Math.floor(Math.abs(amount));
}

function remainingKey({ amount, unit }: Remaining): string {
  return `deadline.${unit}${amount < 0 ? 'Over' : 'Left'}`;
}

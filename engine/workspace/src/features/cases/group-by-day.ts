import { civilDay } from '@esocial/ui/i18n/civil-day.ts';

export interface DayGroup<Item> {
  day: string;
  items: Item[];
}

/** Groups what has an instant by its civil day, keeping the order. */
export function groupByDay<Item extends { at: string }>(items: readonly Item[]): DayGroup<Item>[] {
  const groups: DayGroup<Item>[] = [];
  for (const item of items) {
    const day = civilDay(new Date(item.at));
    const last = groups.at(-1);
    if (last?.day === day) last.items.push(item);
    else groups.push({ day, items: [item] });
  }
  return groups;
}

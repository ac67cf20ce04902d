import type { Json } from './json.ts';
import { sameJson } from './json.ts';

/** A row before and a row after, by index; one of them is missing for a row that went or came. */
export type RowPair = readonly [before: number | undefined, after: number | undefined];

/** Pairs the rows of two lists: equal rows first (longest common subsequence), what lies between them in order. */
export function pairRows(before: readonly Json[], after: readonly Json[]): RowPair[] {
  const pairs: RowPair[] = [];
  let old = 0;
  let now = 0;
  for (const [oldEqual, nowEqual] of [...equalRows(before, after), [before.length, after.length] as const]) {
    while (old < oldEqual || now < nowEqual)
      pairs.push([old < oldEqual ? old++ : undefined, now < nowEqual ? now++ : undefined]);
    if (oldEqual < before.length || nowEqual < after.length) pairs.push([old++, now++]);
  }
  return pairs;
}

function equalRows(before: readonly Json[], after: readonly Json[]): (readonly [number, number])[] {
  const lengths = before.map(() => after.map(() => 0));
  const length = (old: number, now: number) => lengths[old]?.[now] ?? 0;
  for (let old = before.length - 1; old >= 0; old -= 1) {
    for (let now = after.length - 1; now >= 0; now -= 1) {
      lengths[old]![now] = sameJson(before[old], after[now])
        ? length(old + 1, now + 1) + 1
        : Math.max(length(old + 1, now), length(old, now + 1));
    }
  }
  const equal: (readonly [number, number])[] = [];
  for (let old = 0, now = 0; old < before.length && now < after.length;) {
    if (sameJson(before[old], after[now])) equal.push([old++, now++]);
    else if (length(old + 1, now) >= length(old, now + 1)) old += 1;
    else now += 1;
  }
  return equal;
}

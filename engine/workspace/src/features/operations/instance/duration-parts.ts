const units = [
  { unit: 'days', seconds: 86_400 },
  { unit: 'hours', seconds: 3_600 },
  { unit: 'minutes', seconds: 60 },
  { unit: 'seconds', seconds: 1 },
] as const;

export interface DurationPart {
  unit: (typeof units)[number]['unit'];
  count: number;
}

/** A duration as people say it: its largest unit and the next, without zeros; nothing left is 0 seconds. */
export function durationParts(seconds: number): DurationPart[] {
  const whole = Math.max(0, Math.round(seconds));
  const largest = units.findIndex((each) => whole >= each.seconds);
  if (largest < 0) return [{ unit: 'seconds', count: 0 }];
  let rest = whole;
  return units
    .slice(largest, largest + 2)
    .map(({ unit, seconds: size }) => {
      const count = Math.floor(rest / size);
      rest -= count * size;
      return { unit, count };
    })
    .filter(({ count }) => count > 0);
}

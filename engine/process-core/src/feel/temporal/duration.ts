import { Decimal } from '../decimal.ts';

const NANOS = 1_000_000_000n;
/** Some 31 thousand million years: more would only serve to fill memory. */
const MAX_NANOS = 10n ** 27n;
const MAX_MONTHS = 999_999_999 * 12;

/** A length of time in nanoseconds: `P1DT2H`. */
export class DaysTimeDuration {
  constructor(readonly nanos: bigint) {}

  static of(nanos: bigint): DaysTimeDuration | null {
    return nanos > MAX_NANOS || nanos < -MAX_NANOS ? null : new DaysTimeDuration(nanos);
  }

  static ofSeconds(seconds: Decimal): DaysTimeDuration | null {
    return seconds.abs().gt(1e18) ? null : DaysTimeDuration.of(BigInt(seconds.times(1e9).trunc().toFixed()));
  }

  get seconds(): Decimal {
    return new Decimal(this.nanos.toString()).div(1e9);
  }

  /** Days, hours, minutes and seconds, all with the duration's sign. */
  get parts(): { days: number; hours: number; minutes: number; seconds: number; nanos: number } {
    const total = this.nanos / NANOS;
    return {
      days: Number(total / 86_400n),
      hours: Number((total / 3600n) % 24n),
      minutes: Number((total / 60n) % 60n),
      seconds: Number(total % 60n),
      nanos: Number(this.nanos % NANOS),
    };
  }

  toString(): string {
    if (this.nanos === 0n) return 'PT0S';
    const { days, hours, minutes, seconds, nanos } = new DaysTimeDuration(this.nanos < 0n ? -this.nanos : this.nanos)
      .parts;
    const fraction = nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
    const time = part(hours, 'H') + part(minutes, 'M') + (seconds || nanos ? `${seconds}${fraction}S` : '');
    return `${this.nanos < 0n ? '-' : ''}P${part(days, 'D')}${time && `T${time}`}`;
  }
}

/** A length of time in months: `P1Y2M`. */
export class YearsMonthsDuration {
  constructor(readonly months: number) {}

  static of(months: number): YearsMonthsDuration | null {
    return Number.isFinite(months) && Math.abs(months) <= MAX_MONTHS
      ? new YearsMonthsDuration(Math.trunc(months))
      : null;
  }

  get parts(): { years: number; months: number } {
    return { years: Math.trunc(this.months / 12), months: this.months % 12 };
  }

  toString(): string {
    if (this.months === 0) return 'P0M';
    const total = Math.abs(this.months);
    return `${this.months < 0 ? '-' : ''}P${part(Math.floor(total / 12), 'Y')}${part(total % 12, 'M')}`;
  }
}

function part(amount: number, unit: string): string {
  return amount === 0 ? '' : `${amount}${unit}`;
}

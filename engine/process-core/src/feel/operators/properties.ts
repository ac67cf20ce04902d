import { Decimal } from '../decimal.ts';
import { FeelDate, FeelDateTime, FeelTime } from '../temporal/calendar.ts';
import type { Zone } from '../temporal/calendar.ts';
import { DaysTimeDuration, YearsMonthsDuration } from '../temporal/duration.ts';
import { FeelContext, FeelRange } from '../values.ts';
import type { FeelValue } from '../values.ts';

/** `value.name` for a value that is no list; undefined where it has no such property. */
export function propertyOf(value: FeelValue, name: string): FeelValue | undefined {
  if (value instanceof FeelContext) return value.get(name);
  if (value instanceof FeelDate) return dateProperty(value, name);
  if (value instanceof FeelTime) return timeProperty(value, name, value.offset);
  if (value instanceof FeelDateTime)
    return dateProperty(value.date, name) ?? timeProperty(value.time, name, value.offset);
  if (value instanceof DaysTimeDuration) return daysTimeProperty(value, name);
  if (value instanceof YearsMonthsDuration) return yearsMonthsProperty(value, name);
  return value instanceof FeelRange ? rangeProperty(value, name) : undefined;
}

function dateProperty(date: FeelDate, name: string): FeelValue | undefined {
  switch (name) {
    case 'year':
      return new Decimal(date.year);
    case 'month':
      return new Decimal(date.month);
    case 'day':
      return new Decimal(date.day);
    case 'weekday':
      return new Decimal(date.weekday);
    default:
      return undefined;
  }
}

function timeProperty(time: FeelTime, name: string, offset: number | null): FeelValue | undefined {
  switch (name) {
    case 'hour':
      return new Decimal(time.hour);
    case 'minute':
      return new Decimal(time.minute);
    case 'second':
      return new Decimal(time.second);
    case 'time offset':
      return offset === null ? null : DaysTimeDuration.ofSeconds(new Decimal(offset));
    case 'timezone':
      return zoneName(time.zone);
    default:
      return undefined;
  }
}

function zoneName(zone: Zone): FeelValue {
  return zone?.name ?? null;
}

function daysTimeProperty(duration: DaysTimeDuration, name: string): FeelValue | undefined {
  const { days, hours, minutes, seconds } = duration.parts;
  switch (name) {
    case 'days':
      return new Decimal(days);
    case 'hours':
      return new Decimal(hours);
    case 'minutes':
      return new Decimal(minutes);
    case 'seconds':
      return new Decimal(seconds);
    default:
      return undefined;
  }
}

function yearsMonthsProperty(duration: YearsMonthsDuration, name: string): FeelValue | undefined {
  const { years, months } = duration.parts;
  switch (name) {
    case 'years':
      return new Decimal(years);
    case 'months':
      return new Decimal(months);
    default:
      return undefined;
  }
}

function rangeProperty(range: FeelRange, name: string): FeelValue | undefined {
  switch (name) {
    case 'start':
      return range.start ?? null;
    case 'end':
      return range.end ?? null;
    case 'start included':
      return range.startIncluded;
    case 'end included':
      return range.endIncluded;
    default:
      return undefined;
  }
}

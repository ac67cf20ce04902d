import type { Json, JsonObject } from '@esocial/form-core/json.ts';
import { legalTimeZone, legalDay } from '../clock/legal-day.ts';
import { addDays, instantOf } from '../clock/local-time.ts';

/** What the references in demo data stand for. */
export interface DemoReferences {
  /** When the demo is loaded; its days are counted from here. */
  readonly now: Date;
  readonly persons: ReadonlyMap<string, JsonObject>;
  readonly institutions: ReadonlyMap<string, JsonObject>;
}

/** The data with `$person`, `$institution`, `$date` and `$dateTime` replaced. Throws an Error that names an unknown key. */
export function resolveDemoData(data: JsonObject, references: DemoReferences): JsonObject {
  return resolve(data, references) as JsonObject;
}

function resolve(value: Json, references: DemoReferences): Json {
  if (Array.isArray(value)) return value.map((item) => resolve(item, references));
  if (value === null || typeof value !== 'object') return value;
  if (typeof value['$person'] === 'string') return referenced(references.persons, value['$person'], 'person');
  if (typeof value['$institution'] === 'string')
    return referenced(references.institutions, value['$institution'], 'institution');
  if (typeof value['$date'] === 'number') return dayOf(value['$date'], references.now);
  if (typeof value['$dateTime'] === 'number') return timeOf(value, references.now).toISOString();
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, references)]));
}

function referenced(known: ReadonlyMap<string, JsonObject>, key: string, what: string): JsonObject {
  const reference = known.get(key);
  if (!reference) throw new Error(`there is no demo ${what} "${key}"`);
  return reference;
}

/** The latest time in the past that the data speaks of: it was written then or later. Undefined when it names none. */
export function writtenAfter(data: Json, now: Date): Date | undefined {
  const instants = [...pastInstants(data, now)].sort((left, right) => right.getTime() - left.getTime());
  return instants[0];
}

function* pastInstants(value: Json, now: Date): Generator<Date> {
  if (Array.isArray(value)) {
    for (const item of value) yield* pastInstants(item, now);
  } else if (value !== null && typeof value === 'object') {
    const days = value['$date'] ?? value['$dateTime'];
    if (typeof days !== 'number') {
      for (const item of Object.values(value)) yield* pastInstants(item, now);
    } else if (days <= 0) {
      yield '$dateTime' in value
        ? timeOf(value, now)
        : earlier(instantOf(dayOf(days, now), '08:30', legalTimeZone), now);
    }
  }
}

function dayOf(days: number, now: Date): string {
  return addDays(legalDay(now), days);
}

/** A time of today that has not come yet was a few minutes ago. */
function timeOf(value: JsonObject, now: Date): Date {
  const days = Number(value['$dateTime']);
  const time = typeof value['time'] === 'string' ? value['time'] : '09:00';
  const instant = instantOf(dayOf(days, now), time, legalTimeZone);
  return days <= 0 ? earlier(instant, now) : instant;
}

const fewMinutes = 10 * 60_000;

function earlier(instant: Date, now: Date): Date {
  return new Date(Math.min(instant.getTime(), now.getTime() - fewMinutes));
}

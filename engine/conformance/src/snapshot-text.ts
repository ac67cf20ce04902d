import type { Json, Variables } from '@esocial/process-core/types.ts';

/** One line of a snapshot: what, then its details in a fixed order. */
export function line(what: string, details: Record<string, string | number | null | undefined> = {}): string {
  const shown = Object.entries(details).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return [what, ...shown.map(([name, value]) => `${name}=${value}`)].join(' ');
}

/** An instant to ten minutes: a broker's clock runs on while the scenarios are played. */
export function tenMinutes(instant: string | number): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? String(instant) : `${date.toISOString().slice(0, 15)}0Z`;
}

export interface TaskDetails {
  readonly elementId: string;
  readonly formKey: string | null;
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly dueDate: string | null;
}

export function taskLine({ elementId, formKey, assignee, candidateGroups, dueDate }: TaskDetails): string {
  const groups = [...candidateGroups].sort().join(',');
  const due = dueDate === null || dueDate === '' ? null : tenMinutes(dueDate);
  return line(elementId, { form: formKey, assignee, groups, due });
}

export interface JobDetails {
  readonly elementId: string;
  readonly jobType: string;
  readonly retries: number;
}

export function jobLine({ elementId, jobType, retries }: JobDetails): string {
  return line(elementId, { type: jobType, retries });
}

export function localsLine(elementId: string, variables: Variables): string {
  return `${elementId} ${sortedJson(variables)}`;
}

/** JSON with sorted keys, so that equal values read equal. */
export function sortedJson(value: Json): string {
  return JSON.stringify(sortKeys(value));
}

export function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sortKeys(value[name] ?? null)]));
}

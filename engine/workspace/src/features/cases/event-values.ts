import type { CaseEvent } from '@esocial/contracts/generated/api-cases-timeline.ts';

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** The values that the sentence of an event may name; empty when the event has none. */
export function eventValues(event: CaseEvent): Record<string, string> {
  const { params } = event;
  const pick = (...names: string[]) => names.map((name) => text(params[name])).find(Boolean) ?? '';
  return {
    who: event.actor?.displayName ?? '',
    name: pick('name', 'taskName', 'title', 'formTitle', 'fileName', 'stage', 'ruleTitle', 'elementName'),
    to: pick('to', 'assigneeName', 'userName', 'managerName'),
    reason: pick('reason', 'message', 'outcome'),
    version: pick('version'),
  };
}

import type { CaseEvent } from '@esocial/contracts/generated/api-cases-timeline.ts';
import type { EventNames } from './event-names.ts';

const code = /^[A-Z0-9_]+$/;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Codes of lists mean nothing to a reader. */
const words = (value: unknown): string => (code.test(text(value)) ? '' : text(value));

/** What an event is about and why, in words; empty when the event does not say. */
export function eventDetail({ params }: CaseEvent, names: EventNames): string {
  const about =
    names.stage(text(params['stage'])) ??
    names.element(text(params['elementId'])) ??
    names.rule(text(params['rule'])) ??
    words(params['name'] ?? params['title'] ?? params['fileName'] ?? params['elementName']);
  const why = words(params['reason'] ?? params['message']);
  return [about, why].filter(Boolean).join(', ');
}

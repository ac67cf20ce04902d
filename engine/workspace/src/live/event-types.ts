import type { CaseChangedEvent } from '@esocial/contracts/generated/api-events-case-changed.ts';
import type { NotificationsChangedEvent } from '@esocial/contracts/generated/api-events-notifications-changed.ts';
import type { TasksChangedEvent } from '@esocial/contracts/generated/api-events-tasks-changed.ts';

/** The server could not tell what changed; everything may have. */
export interface ResyncEvent {
  type: 'resync';
}

export type LiveEvent = TasksChangedEvent | CaseChangedEvent | NotificationsChangedEvent | ResyncEvent;

/** Reads an event of the stream; anything else is undefined, so that a newer server breaks nothing. */
export function parseLiveEvent(text: string): LiveEvent | undefined {
  try {
    const event = JSON.parse(text) as { type?: unknown };
    const known = ['tasks.changed', 'case.changed', 'notifications.changed', 'resync'];
    return known.includes(String(event.type)) ? (event as LiveEvent) : undefined;
  } catch {
    return undefined;
  }
}

import type { QueryKey } from '@tanstack/react-query';
import type { LiveEvent } from './event-types.ts';

/**
 * The cached answers that an event makes stale. Task lists are not among them: the worklist
 * and supervision offer "3 new tasks" instead of moving what is being read.
 */
export function staleKeys(event: LiveEvent): QueryKey[] {
  switch (event.type) {
    case 'tasks.changed':
      return [['tasks', 'counters'], ['supervision', 'summary'], ...(event.caseId ? [['cases', event.caseId]] : [])];
    case 'case.changed':
      return [
        ['cases', event.caseId],
        ['cases', 'list'],
        ['persons', 'cases'],
      ];
    case 'notifications.changed':
      return [['notifications']];
    case 'resync':
      return [['tasks'], ['cases'], ['notifications'], ['supervision']];
  }
}

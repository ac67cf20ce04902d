import type { Database } from '../../database/database.ts';
import { newId } from '../../ids/new-id.ts';
import type { Clock } from '../../clock/clock.ts';
import { commitStep } from '../embedded/commit-step.ts';
import type { StepNotifier } from '../step-notifier.ts';
import { loadInstance } from '../embedded/load-instance.ts';
import { withoutEmpty } from '../step-writes.ts';
import type { StepWrites } from '../step-writes.ts';
import type { BrokerTaskStore } from './broker-task-store.ts';
import type { StoredCommand } from './commands/zeebe-command.ts';
import { noteRefusal } from './follow/note-refusal.ts';

interface Dependencies {
  readonly database: Database;
  readonly tasks: BrokerTaskStore;
  readonly clock: Clock;
  readonly notifier: StepNotifier;
}

/**
 * The broker will never take a command, for example because a variable is too large: a task is open again and its
 * person is told; anything else is an incident of its instance alone.
 */
export function createCommandRejection({ database, tasks, clock, notifier }: Dependencies) {
  return async ({ instanceId, command }: StoredCommand, message: string): Promise<void> => {
    if (instanceId === null) return;
    const { facts, instances } = await loadInstance(database, instanceId);
    const writes: StepWrites = { now: clock.now().toISOString(), caseId: facts.id, actorId: null };
    if (command.kind === 'completeUserTask') {
      const refused = await tasks.refuse(command.taskId, { reopen: true });
      if (!refused) return;
      const told = noteRefusal(refused);
      Object.assign(writes, { events: [told.event], notifications: [told.notification] });
    } else {
      const elementId = instances[0]?.processId ?? '';
      const kind = 'UNKNOWN';
      const text = `The broker refused the command ${command.kind}: ${message}`;
      writes.incidents = [
        { id: newId(), instance_id: instanceId, element_id: elementId, kind, message: text.slice(0, 2000) },
      ];
      writes.events = [{ kind: 'process', event: 'incident.raised', params: { elementId, kind } }];
    }
    await commitStep(database, withoutEmpty(writes));
    await database.afterCommit(async () => notifier.stepped(facts, writes));
  };
}

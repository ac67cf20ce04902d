import type { Actor } from '@esocial/server/access/actor.ts';
import { createRoleCatalogue } from '@esocial/server/access/role-catalogue.ts';
import { startCase } from '@esocial/server/cases/start-case.ts';
import type { StartedCase } from '@esocial/server/cases/start-case.ts';
import { systemClock } from '@esocial/server/clock/clock.ts';
import { createContentServices } from '@esocial/server/content/content-services.ts';
import type { Database } from '@esocial/server/database/database.ts';
import type { DefinitionReader } from '@esocial/server/definitions/definition-reader.ts';
import { newId } from '@esocial/server/ids/new-id.ts';
import { createEmbeddedEngine } from '@esocial/server/process/embedded/embedded-engine.ts';
import { loadInstance } from '@esocial/server/process/embedded/load-instance.ts';
import { doDueWork } from '@esocial/server/process/embedded/process-worker.ts';
import { createStepNotifier } from '@esocial/server/process/step-notifier.ts';
import { submitTask } from '@esocial/server/tasks/submit-task.ts';
import type { SubmittedTask } from '@esocial/server/tasks/submit-task.ts';
import { stepData } from './chain-content.ts';

/** The services of the server without HTTP, as one person uses them. */
export interface Desk {
  readonly definitions: DefinitionReader;
  actor(persona: string): Promise<Actor>;
  start(workflow: string, actor: Actor): Promise<StartedCase>;
  /** Everything that completing a task does: checks, record, audit, process step, next task, deadline. */
  submit(taskId: string, actor: Actor): Promise<SubmittedTask>;
  /** What the process engine does of it for a task without deadline: load the instance, advance, commit the step. */
  step(open: OpenStep, actor: Actor): Promise<OpenStep | undefined>;
  /** The instance that waits for a task. */
  openStep(taskId: string): Promise<OpenStep>;
  /** What a server does each time it looks for timers, jobs, messages and signals that are due; gives how many there were. */
  doDueWork(): Promise<number>;
}

/** An instance and the user task that it waits for. */
export interface OpenStep {
  instanceId: string;
  taskId: string;
}

interface PersonaRow {
  id: string;
  roles: string[];
  institution_id: string;
  team_id: string;
}

function onError(error: unknown): never {
  throw error;
}

export function createDesk(database: Database): Desk {
  const { definitions } = createContentServices(database);
  const roles = createRoleCatalogue(database);
  const notifier = createStepNotifier({ live: { publish: () => undefined }, wake: () => undefined });
  const engine = createEmbeddedEngine({ database, definitions, clock: systemClock, notifier });
  return {
    definitions,
    async actor(persona) {
      const [row] = await database.query<PersonaRow>(
        `select u.id, p.roles, u.institution_id, u.team_id
         from sandbox_personas p join users u on u.id = p.user_id where p.key = $1`,
        [persona],
      );
      if (!row) throw new Error(`There is no persona ${persona}`);
      const known = await roles.roles();
      return {
        ...{ userId: row.id, displayName: persona, roles: row.roles, institutionId: row.institution_id },
        ...{ teamId: row.team_id, territoryIds: 'all', language: 'en', sessionId: newId() },
        permissions: row.roles.flatMap((role) => known.get(role)?.permissions ?? []),
      };
    },
    start: (workflow, actor) =>
      startCase(
        { database, definitions, engine, clock: systemClock },
        { actor, workflow, data: { subject: 'A request' } },
      ),
    submit: (taskId, actor) => submitTask({ database, definitions, engine }, { actor, taskId, data: stepData }),
    async step({ instanceId, taskId }, { userId }) {
      const { facts, instances } = await loadInstance(database, instanceId);
      const completedTask = { id: taskId, assignee_id: userId, unlimited: true };
      const outcome = await engine.completeUserTask({
        ...{ facts, instances, instanceId, taskId, actorId: userId, data: stepData },
        writes: { completedTask },
      });
      const [next] = outcome.createdTasks;
      return next && { instanceId, taskId: next.id };
    },
    async openStep(taskId) {
      const [row] = await database.query<{ instance_id: string }>('select instance_id from tasks where id = $1', [
        taskId,
      ]);
      if (!row) throw new Error(`There is no task ${taskId}`);
      return { instanceId: row.instance_id, taskId };
    },
    doDueWork: () => doDueWork({ database, engine, clock: systemClock, onError }),
  };
}

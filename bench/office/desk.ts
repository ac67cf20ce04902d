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
}

interface PersonaRow {
  id: string;
  roles: string[];
  institution_id: string;
  team_id: string;
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
  };
}

import type { DemoStaffFile } from '@esocial/contracts/generated/demo-staff.ts';
import type { Actor } from '../access/actor.ts';
import type { Roles } from '../access/role-catalogue.ts';
import type { Database } from '../database/database.ts';
import type { IdempotencyClaim } from '../http/route.ts';
import { newId } from '../ids/new-id.ts';
import type { PersonFacts } from '../persons/person.ts';

interface StaffRow {
  id: string;
  institution_id: string;
  team_id: string | null;
  territory_ids: string[] | null;
}

export interface OpenTask {
  readonly id: string;
  readonly elementId: string;
}

type DemoPerson = Pick<PersonFacts, 'lastName' | 'firstName' | 'birthDate' | 'idnp'>;

/** What playing the demo has to look up. */
export function createDemoReadModel(database: Database) {
  return {
    /** A person whom an earlier load has created. */
    async findPerson({ lastName, firstName, birthDate, idnp }: DemoPerson): Promise<string | undefined> {
      const rows = await database.query<{ id: string }>(
        `select id from persons where created_by = 'system:demo' and last_name = $1 and first_name = $2
           and birth_date is not distinct from $3::date and idnp is not distinct from $4::text`,
        [lastName, firstName, birthDate, idnp],
      );
      return rows[0]?.id;
    },

    /** What an earlier load has answered to this deed of the demo; undefined when it was not done. */
    async findReply<Body>({ userId, route, key }: IdempotencyClaim): Promise<Body | undefined> {
      const rows = await database.query<{ response: { body: Body } }>(
        'select response from idempotency_keys where user_id = $1 and route = $2 and key = $3',
        [userId, route, key],
      );
      return rows[0]?.response.body;
    },

    /** When something happened last to a case. */
    async lastEvent(caseId: string): Promise<Date | undefined> {
      const rows = await database.query<{ at: Date | null }>(
        'select max(at) as at from case_events where case_id = $1',
        [caseId],
      );
      return rows[0]?.at ?? undefined;
    },

    /** A member of the staff as they act in a session of theirs; undefined when they were not loaded. */
    async findActor(member: DemoStaffFile['staff'][number], roles: Roles): Promise<Actor | undefined> {
      const rows = await database.query<StaffRow>(
        `select u.id, u.institution_id, u.team_id,
           case when i.territory_id is null then null
           else array(select t.id from territories t where t.id = i.territory_id or t.ancestor_ids @> array[i.territory_id]) end as territory_ids
         from users u join institutions i on i.id = u.institution_id where u.idnp = $1`,
        [member.idnp],
      );
      const row = rows[0];
      return (
        row && {
          userId: row.id,
          displayName: `${member.lastName} ${member.firstName}`,
          roles: member.roles,
          institutionId: row.institution_id,
          teamId: row.team_id,
          territoryIds: row.territory_ids ?? 'all',
          permissions: member.roles.flatMap((role) => roles.get(role)?.permissions ?? []),
          language: member.language ?? 'ro',
          sessionId: newId(),
        }
      );
    },

    async listInstitutions(): Promise<{ id: string; key: string; name: string }[]> {
      return database.query('select id, key, name from institutions');
    },

    async listOpenTasks(caseId: string): Promise<OpenTask[]> {
      return database.query<OpenTask>(
        `select id, element_id as "elementId" from tasks where case_id = $1 and state = 'open' order by created_at`,
        [caseId],
      );
    },

    /** When the case's next timer is due. */
    async nextTimer(caseId: string): Promise<Date | undefined> {
      const sql = 'select due_at from process_timers where case_id = $1 order by due_at limit 1';
      return (await database.query<{ due_at: Date }>(sql, [caseId]))[0]?.due_at;
    },
  };
}

export type DemoReadModel = ReturnType<typeof createDemoReadModel>;

import type { SupervisionSummary } from '@esocial/contracts/generated/api-supervision-summary.ts';
import type { SupervisionTaskQuery } from '@esocial/contracts/generated/api-supervision-tasks-query.ts';
import type { TaskList } from '@esocial/contracts/generated/api-tasks-list.ts';
import type { Actor, Language } from '../access/actor.ts';
import { scopeOf } from '../access/decide.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { decodeCursor, encodeCursor } from '../ids/keyset-cursor.ts';
import { createParameters } from '../tasks/task-list-query.ts';
import type { Parameters } from '../tasks/task-list-query.ts';
import type { TaskListRow } from '../tasks/task-row.ts';
import { listColumns, listJoins, presentTasks } from '../tasks/task-row.ts';

export interface SupervisionDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly audit: Audit;
  readonly clock: Clock;
}

export interface SupervisionReadModel {
  /** Today's picture of the offices that the actor supervises. */
  summary(actor: Actor): Promise<SupervisionSummary>;
  /** Their open tasks, due first. */
  listTasks(actor: Actor, query: SupervisionTaskQuery, language: Language): Promise<TaskList>;
}

interface LoadRow {
  id: string;
  name: string;
  onTime: number;
  atRisk: number;
  overdue: number;
  oldest: Date | number | null;
  unclaimed: number;
}

const load = `
  count(*) filter (where t.due_at >= $1 and t.at_risk_at > $1) as "onTime",
  count(*) filter (where t.due_at >= $1 and t.at_risk_at <= $1) as "atRisk",
  count(*) filter (where t.due_at < $1) as overdue,
  count(*) filter (where t.assignee_id is null) as unclaimed,
  min(t.due_at) as oldest`;

export function createSupervisionReadModel({
  database,
  definitions,
  audit,
  clock,
}: SupervisionDependencies): SupervisionReadModel {
  return {
    async summary(actor) {
      const now = clock.now();
      const [workers, offices, trend] = await Promise.all([
        byWorker(database, actor, now),
        byOffice(database, actor, now),
        trendOf(database, actor, now),
      ]);
      const total = (key: 'overdue' | 'atRisk' | 'unclaimed'): number =>
        offices.reduce((sum, row) => sum + row[key], 0);
      return {
        overdue: total('overdue'),
        atRisk: total('atRisk'),
        unclaimed: total('unclaimed'),
        byWorker: workers.map(({ id, name, ...row }) => ({ user: { id, displayName: name }, ...presentLoad(row) })),
        byInstitution: offices.map(({ id, name, ...row }) => ({
          institution: { id, name },
          unclaimed: row.unclaimed,
          ...presentLoad(row),
        })),
        trend,
      };
    },

    async listTasks(actor, { state = 'overdue', institution, assignee, cursor, limit = '50' }, language) {
      const now = clock.now();
      const size = Math.min(Math.max(Number(limit), 1), 100);
      const parameters = createParameters();
      const where = [`t.state = 'open'`, supervised(actor, parameters), ...inState(state, now, parameters)];
      if (institution) where.push(`t.institution_id = ${parameters.add(institution, 'uuid')}`);
      if (assignee) where.push(`t.assignee_id = ${parameters.add(assignee, 'uuid')}`);
      if (cursor) {
        const { at, id } = decodeCursor(cursor);
        where.push(`(t.due_at, t.id) > (${parameters.add(at, 'timestamptz')}, ${parameters.add(id, 'uuid')})`);
      }
      const sql = `select ${listColumns} from tasks t ${listJoins} where ${where.join(' and ')} order by t.due_at, t.id limit ${parameters.add(size + 1, 'int')}`;
      const rows = await database.query<TaskListRow>(sql, parameters.values);
      const page = rows.slice(0, size);
      await audit.record(actor, {
        verb: 'task.listed',
        objectType: 'task',
        subjectIds: [...new Set(page.flatMap(({ person_id: id }) => id ?? []))],
        fields: ['supervision'],
      });
      const last = rows.length > size ? page.at(-1) : undefined;
      const nextCursor = last
        ? encodeCursor(last.due_at instanceof Date ? last.due_at.toISOString() : 'infinity', last.id)
        : null;
      return { items: await presentTasks(definitions, page, language, now), nextCursor };
    },
  };
}

function inState(state: NonNullable<SupervisionTaskQuery['state']>, now: Date, parameters: Parameters): string[] {
  switch (state) {
    case 'overdue':
      return [`t.due_at < ${parameters.add(now, 'timestamptz')}`];
    case 'atRisk': {
      const moment = parameters.add(now, 'timestamptz');
      return [`t.due_at >= ${moment}`, `t.at_risk_at <= ${moment}`];
    }
    case 'unclaimed':
      return ['t.assignee_id is null'];
    case 'all':
      return [];
  }
}

/** The open tasks `t` that the actor's supervision reaches. */
function supervised(actor: Actor, parameters: Parameters): string {
  const scope = scopeOf(actor, 'supervision.read');
  if (!scope || scope.relation === 'own') return 'false';
  if (scope.relation === 'all' || (scope.relation === 'territory' && scope.territoryIds === 'all')) return 'true';
  const here = `t.institution_id = ${parameters.add(scope.institutionId, 'uuid')}`;
  if (scope.relation === 'institution') return here;
  if (scope.relation === 'team') return `${here} and t.team_id = ${parameters.add(scope.teamId, 'uuid')}`;
  const territories = parameters.add(scope.territoryIds, 'uuid[]');
  return `(${here} or t.institution_id in (select i.id from institutions i where i.territory_id = any(${territories})))`;
}

function byWorker(database: Database, actor: Actor, now: Date): Promise<LoadRow[]> {
  const parameters = createParameters();
  parameters.add(now, 'timestamptz');
  const sql = `select u.id, u.last_name || ' ' || u.first_name as name, ${load}
    from tasks t join users u on u.id = t.assignee_id
    where t.state = 'open' and ${supervised(actor, parameters)} group by u.id order by overdue desc, "atRisk" desc, name limit 500`;
  return database.query<LoadRow>(sql.replaceAll('$1', '$1::timestamptz'), parameters.values);
}

function byOffice(database: Database, actor: Actor, now: Date): Promise<LoadRow[]> {
  const parameters = createParameters();
  parameters.add(now, 'timestamptz');
  const sql = `select i.id, i.name, ${load} from tasks t join institutions i on i.id = t.institution_id
    where t.state = 'open' and ${supervised(actor, parameters)} group by i.id order by overdue desc, i.name limit 500`;
  return database.query<LoadRow>(sql.replaceAll('$1', '$1::timestamptz'), parameters.values);
}

async function trendOf(database: Database, actor: Actor, now: Date): Promise<SupervisionSummary['trend']> {
  const parameters = createParameters();
  const moment = parameters.add(now, 'timestamptz');
  const reach = supervised(actor, parameters);
  return database.query<SupervisionSummary['trend'][number]>(
    `select to_char(day, 'YYYY-MM-DD') as date, coalesce(done.completed, 0)::int as completed,
       coalesce(done.late, 0)::int as "completedLate", coalesce(made.opened, 0)::int as opened
     from generate_series((${moment} at time zone 'Europe/Chisinau')::date - 27, (${moment} at time zone 'Europe/Chisinau')::date, '1 day') day
     left join (
       select (t.completed_at at time zone 'Europe/Chisinau')::date as on_day, count(*) as completed, count(*) filter (where t.due_at < t.completed_at) as late
       from tasks t where t.state = 'completed' and t.completed_at > ${moment} - interval '29 days' and ${reach} group by 1) done on done.on_day = day
     left join (
       select (t.created_at at time zone 'Europe/Chisinau')::date as on_day, count(*) as opened
       from tasks t where t.created_at > ${moment} - interval '29 days' and ${reach} group by 1) made on made.on_day = day
     order by day`,
    parameters.values,
  );
}

function presentLoad({ onTime, atRisk, overdue, oldest }: Omit<LoadRow, 'id' | 'name'>) {
  return { onTime, atRisk, overdue, ...(oldest instanceof Date ? { oldest: oldest.toISOString() } : {}) };
}

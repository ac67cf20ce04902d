import type { TaskCounters } from '@esocial/contracts/generated/api-tasks-counters.ts';
import type { TaskList } from '@esocial/contracts/generated/api-tasks-list.ts';
import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import type { TaskListQuery } from '@esocial/contracts/generated/api-tasks-query.ts';
import type { Actor, Language } from '../access/actor.ts';
import { auditRow } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import { legalTimeZone } from '../clock/legal-day.ts';
import { addDays, instantOf, isoWeekday, localDate } from '../clock/local-time.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { decodeCursor, encodeCursor } from '../ids/keyset-cursor.ts';
import type { DayBounds, PageRequest, TaskQueue } from './task-list-query.ts';
import { createParameters, orderOf, pageSelect, wholeNumber } from './task-list-query.ts';
import type { TaskListRow } from './task-row.ts';
import { listColumns, listJoins, presentTask, presentTasks } from './task-row.ts';

const COUNT_CAP = 99;
const counted = ['mine', 'unclaimed', 'overdue', 'today', 'week', 'waiting'] as const satisfies readonly TaskQueue[];

export interface TaskReadModel {
  /** A page of a queue; one statement reads it and leaves the audit row that lists its subjects. */
  list(actor: Actor, query: TaskListQuery, language: Language): Promise<TaskList>;
  /** How much there is in each queue, up to a cap. */
  counters(actor: Actor): Promise<TaskCounters>;
  getItem(taskId: string, language: Language): Promise<TaskListItem>;
}

export function createTaskReadModel({
  database,
  definitions,
  clock,
}: {
  database: Database;
  definitions: DefinitionReader;
  clock: Clock;
}): TaskReadModel {
  return {
    async list(actor, query, language) {
      const now = clock.now();
      const { queue = 'mine', sort = 'due', cursor } = query;
      const limit = Math.min(Math.max(Number(query.limit ?? 50), 1), 100);
      const request: PageRequest = {
        filter: { ...query, queue },
        sort,
        bounds: boundsAt(now),
        limit: limit + 1,
        cursor: cursor ? decodeCursor(cursor) : undefined,
      };
      const rows = await readPage(database, actor, request, limit);
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      return {
        items: await presentTasks(definitions, page, language, now),
        nextCursor: last ? cursorAfter(last, request) : null,
      };
    },

    async counters(actor) {
      const parameters = createParameters();
      const bounds = boundsAt(clock.now());
      const columns = counted.map((queue) => {
        const page = pageSelect(actor, { filter: { queue }, sort: 'due', bounds, limit: COUNT_CAP + 1 }, parameters);
        return `(select count(*) from (${page}) ${queue}) as ${queue}`;
      });
      const [row] = await database.prepared<Record<(typeof counted)[number], number>>(
        named('task-counters', `select ${columns.join(', ')}`),
        parameters.values,
      );
      return Object.fromEntries(
        counted.map((queue) => [
          queue,
          { count: Math.min(row?.[queue] ?? 0, COUNT_CAP), capped: (row?.[queue] ?? 0) > COUNT_CAP },
        ]),
      ) as unknown as TaskCounters;
    },

    async getItem(taskId, language) {
      const [row] = await database.query<TaskListRow>(
        `select ${listColumns} from tasks t ${listJoins} where t.id = $1`,
        [taskId],
      );
      if (!row) throw new NotFoundError('task', taskId);
      return presentTask(definitions, row, language, clock.now());
    },
  };
}

async function readPage(database: Database, actor: Actor, request: PageRequest, shown: number): Promise<TaskListRow[]> {
  const parameters = createParameters();
  const order = orderOf(request.filter.queue, request.sort);
  const select = pageSelect(actor, request, parameters);
  const audit = auditRow(actor, { verb: 'task.listed', objectType: 'task', fields: [request.filter.queue] });
  const text = `
    with page as materialized (${select}),
    listed as materialized (select ${listColumns} from page join tasks t on t.id = page.id ${listJoins}),
    audited as (
      insert into audit_events (actor_id, session_id, verb, object_type, subject_ids, fields, trace_id)
      select ${parameters.add(audit.actor_id, 'text')}, ${parameters.add(audit.session_id, 'uuid')}, 'task.listed', 'task',
        coalesce(array_agg(distinct s.person_id) filter (where s.person_id is not null), '{}'),
        ${parameters.add(audit.fields, 'text[]')}, ${parameters.add(audit.trace_id, 'text')}
      from (select person_id from listed order by ${order.by('')} limit ${wholeNumber(shown)}) s
      having count(*) > 0)
    select * from listed order by ${order.by('')}`;
  return database.prepared<TaskListRow>(named('task-list', text), parameters.values);
}

const names = new Map<string, string>();

/** The same text is the same prepared statement; there are as many as combinations of filters. */
export function named(prefix: string, text: string): { name: string; text: string } {
  let name = names.get(text);
  if (!name) {
    name = `${prefix}-${names.size}`;
    names.set(text, name);
  }
  return { name, text };
}

function cursorAfter(row: TaskListRow, { filter, sort }: PageRequest): string {
  const value = { due_at: row.due_at, completed_at: row.completed_at, created_at: row.created_at }[
    orderOf(filter.queue, sort).column
  ];
  return encodeCursor(value instanceof Date ? value.toISOString() : 'infinity', row.id);
}

/** Today ends at midnight, the week at midnight after Sunday, in the legal time zone. */
export function boundsAt(now: Date): DayBounds {
  const today = localDate(now, legalTimeZone);
  const midnightAfter = (days: number): Date => instantOf(addDays(today, days), '00:00', legalTimeZone);
  return { now, endOfToday: midnightAfter(1), endOfWeek: midnightAfter(8 - isoWeekday(today)) };
}

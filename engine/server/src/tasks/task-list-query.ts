import type { Actor } from '../access/actor.ts';
import type { Scope } from '../access/decide.ts';
import { scopeOf, scopesOf } from '../access/decide.ts';
import { foldText } from '../text/fold-text.ts';

export const taskQueues = ['mine', 'unclaimed', 'overdue', 'today', 'week', 'waiting', 'done', 'all'] as const;
export type TaskQueue = (typeof taskQueues)[number];
export type TaskSort = 'due' | '-due' | 'created';

export interface TaskFilter {
  readonly queue: TaskQueue;
  readonly q?: string | undefined;
  readonly workflow?: string | undefined;
  readonly stage?: string | undefined;
  readonly case?: string | undefined;
  readonly assignee?: string | undefined;
}

/** Bounds of "today" and "this week" in the legal time zone. */
export interface DayBounds {
  readonly now: Date;
  readonly endOfToday: Date;
  readonly endOfWeek: Date;
}

/** Where the last page ended: the row's sort value and id. */
export interface TaskCursor {
  readonly at: string;
  readonly id: string;
}

export interface PageRequest {
  readonly filter: TaskFilter;
  readonly sort: TaskSort;
  readonly bounds: DayBounds;
  readonly cursor?: TaskCursor | undefined;
  readonly limit: number;
}

/** Collects the values of a statement as it is put together. */
export function createParameters() {
  const values: unknown[] = [];
  return {
    values,
    add(value: unknown, type: string): string {
      values.push(value);
      return `$${values.length}::${type}`;
    },
  };
}

export type Parameters = ReturnType<typeof createParameters>;

/**
 * The ids and sort values of one page, as a select. Each queue of the actor is read from its own end of an index
 * (lateral), at most a page of each, and merged: the cost depends on the number of queues and not of tasks.
 */
export function pageSelect(actor: Actor, request: PageRequest, parameters: Parameters): string {
  const { filter, sort, limit } = request;
  const order = orderOf(filter.queue, sort);
  // Not a parameter: with a number unknown to it PostgreSQL takes a page for a tenth of the table and plans anew each time.
  const rows = wholeNumber(limit);
  const where = [
    ...dueWhere(request, parameters),
    ...filterWhere(filter, parameters),
    ...cursorWhere(request, order, parameters),
  ];
  const branches = branchesOf(actor, filter.queue, parameters).map(({ from, lateral, conditions }) => {
    const inner = `select t.id, t.${order.column} as at from tasks t where ${[...conditions, ...where].join(' and ')} order by ${order.by('t.')} limit ${rows}`;
    return lateral ? `select x.id, x.at from ${from} s cross join lateral (${inner}) x` : inner;
  });
  return `select id, at from (${branches.map((branch) => `(${branch})`).join(' union ')}) merged order by ${order.outer} limit ${rows}`;
}

/** A number for the text of a statement. */
export function wholeNumber(value: number): string {
  return String(Math.trunc(value));
}

interface Order {
  readonly column: 'due_at' | 'completed_at' | 'created_at';
  readonly comparison: '<' | '>';
  readonly outer: string;
  by(prefix: string): string;
}

export function orderOf(queue: TaskQueue, sort: TaskSort): Order {
  const column = queue === 'done' ? 'completed_at' : sort === 'created' ? 'created_at' : 'due_at';
  const descending = queue === 'done' || sort === '-due';
  const direction = descending ? ' desc' : '';
  // Ids are made in the order of time, so "created" is the order of ids.
  const by = (prefix: string): string =>
    column === 'created_at' ? `${prefix}id` : `${prefix}${column}${direction}, ${prefix}id${direction}`;
  return {
    column,
    comparison: descending ? '<' : '>',
    by,
    outer: column === 'created_at' ? 'id' : `at${direction}, id${direction}`,
  };
}

interface Branch {
  /** What the lateral runs over, one row each queue or office. */
  readonly from?: string;
  readonly lateral: boolean;
  readonly conditions: readonly string[];
}

function branchesOf(actor: Actor, queue: TaskQueue, parameters: Parameters): Branch[] {
  switch (queue) {
    case 'mine':
      return [mine(actor, parameters)];
    case 'unclaimed':
      return [unclaimed(actor, parameters)];
    case 'waiting': {
      const me = parameters.add(actor.userId, 'uuid');
      const others = `t.assignee_id is distinct from ${me}`;
      return [direct(`t.follower_id = ${me}`, isOpen, others, ...listed(actor, parameters))];
    }
    case 'done': {
      const byMe = `t.completed_by = ${parameters.add(actor.userId, 'uuid')}`;
      return [direct(byMe, `t.state = 'completed'`, ...listed(actor, parameters))];
    }
    case 'all':
      return [mine(actor, parameters), unclaimed(actor, parameters), ...reachable(actor, parameters)];
    default:
      return [mine(actor, parameters), unclaimed(actor, parameters)];
  }
}

const isOpen = `t.state = 'open'`;

function direct(...conditions: string[]): Branch {
  return { lateral: false, conditions };
}

function mine(actor: Actor, parameters: Parameters): Branch {
  return direct(`t.assignee_id = ${parameters.add(actor.userId, 'uuid')}`, isOpen, ...listed(actor, parameters));
}

/** What `task.list` adds to a queue of one's own: a task that went elsewhere is no longer in it. */
function listed(actor: Actor, parameters: Parameters): string[] {
  const scopes = scopesOf(actor, 'task.list');
  if (
    scopes.some(
      ({ relation, territoryIds }) => relation === 'all' || (relation === 'territory' && territoryIds === 'all'),
    )
  )
    return [];
  const conditions = scopes.map((scope) => taskPlace(scope, parameters));
  return [conditions.length > 0 ? `(${conditions.join(' or ')})` : 'false'];
}

function taskPlace({ relation, userId, teamId, institutionId, territoryIds }: Scope, parameters: Parameters): string {
  if (relation === 'own') {
    const me = parameters.add(userId, 'uuid');
    return `t.assignee_id = ${me} or t.follower_id = ${me} or t.completed_by = ${me}`;
  }
  if (relation === 'territory') return `t.territory_id = any(${parameters.add([...territoryIds], 'uuid[]')})`;
  const here = `t.institution_id = ${parameters.add(institutionId, 'uuid')}`;
  return relation === 'team' ? `${here} and t.team_id = ${parameters.add(teamId, 'uuid')}` : here;
}

function unclaimed(actor: Actor, parameters: Parameters): Branch {
  return {
    from: `(${queuesOf(actor, parameters)})`,
    lateral: true,
    conditions: ['t.queue_id = s.id', isOpen, 't.assignee_id is null'],
  };
}

/** The queues whose tasks the actor may claim: candidate roles of theirs, at places that their permission reaches. */
function queuesOf(actor: Actor, parameters: Parameters): string {
  const scope = scopeOf(actor, 'task.claim');
  const roles = parameters.add([...actor.roles], 'text[]');
  const place = scope ? `(q.institution_id is null or ${queuePlace(scope, parameters)})` : 'false';
  return `select q.id from queues q where q.roles && ${roles} and ${place}`;
}

function queuePlace(scope: Scope, parameters: Parameters): string {
  const institution = (): string => `q.institution_id = ${parameters.add(scope.institutionId, 'uuid')}`;
  switch (scope.relation) {
    case 'own':
      return 'false';
    case 'team':
      return `(${institution()} and (q.team_id is null or q.team_id = ${parameters.add(scope.teamId, 'uuid')}))`;
    case 'institution':
      return institution();
    case 'territory':
      if (scope.territoryIds === 'all') return 'true';
      return `q.institution_id in (select i.id from institutions i where i.territory_id = any(${parameters.add([...scope.territoryIds], 'uuid[]')}))`;
    case 'all':
      return 'true';
  }
}

/** Open tasks that the actor may see because of where their cases are. */
function reachable(actor: Actor, parameters: Parameters): Branch[] {
  const scope = scopeOf(actor, 'task.list');
  if (!scope) return [];
  if (scope.relation === 'own') return [direct(`t.follower_id = ${parameters.add(scope.userId, 'uuid')}`, isOpen)];
  if (scope.relation === 'institution' || scope.relation === 'team') {
    const here = `t.institution_id = ${parameters.add(scope.institutionId, 'uuid')}`;
    if (scope.relation === 'institution') return [direct(here, isOpen)];
    return [direct(here, `t.team_id = ${parameters.add(scope.teamId, 'uuid')}`, isOpen)];
  }
  const conditions = ['t.institution_id = s.id', isOpen];
  if (scope.relation === 'all' || scope.territoryIds === 'all')
    return [{ from: 'institutions', lateral: true, conditions }];
  const territories = parameters.add([...scope.territoryIds], 'uuid[]');
  const from = `(select i.id from institutions i where i.territory_id = any(${territories}))`;
  return [{ from, lateral: true, conditions: [...conditions, `t.territory_id = any(${territories})`] }];
}

function dueWhere({ filter, bounds }: PageRequest, parameters: Parameters): string[] {
  switch (filter.queue) {
    case 'overdue':
      return [`t.due_at < ${parameters.add(bounds.now, 'timestamptz')}`];
    case 'today':
      return between(bounds.now, bounds.endOfToday, parameters);
    case 'week':
      return between(bounds.now, bounds.endOfWeek, parameters);
    default:
      return [];
  }
}

function between(from: Date, to: Date, parameters: Parameters): string[] {
  return [`t.due_at >= ${parameters.add(from, 'timestamptz')}`, `t.due_at < ${parameters.add(to, 'timestamptz')}`];
}

function filterWhere({ q, workflow, stage, case: caseId, assignee }: TaskFilter, parameters: Parameters): string[] {
  const where: string[] = [];
  if (workflow) where.push(`t.workflow_key = ${parameters.add(workflow, 'text')}`);
  if (stage) where.push(`t.stage = ${parameters.add(stage, 'text')}`);
  if (caseId) where.push(`t.case_id = ${parameters.add(caseId, 'uuid')}`);
  if (assignee) where.push(`t.assignee_id = ${parameters.add(assignee, 'uuid')}`);
  if (q)
    where.push(
      `t.case_id in (select c.id from cases c where c.search like ${parameters.add(searchPattern(q), 'text')})`,
    );
  return where;
}

/** Case numbers keep their dashes; names are folded. */
export function searchPattern(text: string): string {
  const plain = /\d/.test(text) ? text.trim().toLowerCase() : foldText(text);
  return `%${plain.replace(/[\\%_]/g, '\\$&')}%`;
}

function cursorWhere({ cursor }: PageRequest, order: Order, parameters: Parameters): string[] {
  if (!cursor) return [];
  const id = parameters.add(cursor.id, 'uuid');
  if (order.column === 'created_at') return [`t.id > ${id}`];
  return [`(t.${order.column}, t.id) ${order.comparison} (${parameters.add(cursor.at, 'timestamptz')}, ${id})`];
}

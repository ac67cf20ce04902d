import type { Actor, Relation } from '../access/actor.ts';
import type { PageRequest, TaskQueue } from './task-list-query.ts';
import { createParameters, pageSelect, searchPattern } from './task-list-query.ts';

const bounds = { now: new Date(0), endOfToday: new Date(1), endOfWeek: new Date(2) };
const request = (queue: TaskQueue): PageRequest => ({ filter: { queue }, sort: 'due', bounds, limit: 51 });

function actorWith(relation: Relation | null, territoryIds: Actor['territoryIds'] = ['t1']): Actor {
  const permissions = relation ? ['task.claim', 'task.list'].map((action) => ({ action, relation })) : [];
  return {
    userId: 'me',
    displayName: '',
    roles: ['clerk'],
    institutionId: 'office',
    teamId: 'team',
    territoryIds,
    permissions,
    language: 'ro',
    sessionId: '',
  };
}

function selectFor(
  queue: TaskQueue,
  relation: Relation | null,
  territoryIds?: Actor['territoryIds'],
): { sql: string; values: unknown[] } {
  const parameters = createParameters();
  const sql = pageSelect(actorWith(relation, territoryIds), request(queue), parameters);
  return { sql, values: parameters.values };
}

describe('the page select', () => {
  it.each<[Relation | null, string]>([
    [null, 'and false'],
    ['own', 'q.institution_id is null or false'],
    ['team', 'q.team_id is null or q.team_id ='],
    ['institution', 'q.institution_id = '],
    ['territory', 'i.territory_id = any'],
    ['all', 'q.institution_id is null or true'],
  ])('finds the queues that somebody may claim from in the relation %s', (relation, expected) => {
    // then
    expect(selectFor('unclaimed', relation).sql).toContain(expected);
  });

  it.each<[Relation, Actor['territoryIds'], string, number]>([
    ['own', [], 't.follower_id = ', 3],
    ['team', [], 't.team_id = ', 3],
    ['institution', [], 't.institution_id = ', 3],
    ['territory', ['t1'], 't.territory_id = any', 3],
    ['territory', 'all', 'from institutions s', 3],
    ['all', 'all', 'from institutions s', 3],
  ])('of everything adds what the relation %s (%j) reaches', (relation, territoryIds, expected, branches) => {
    // when
    const { sql } = selectFor('all', relation, territoryIds);

    // then
    expect(sql).toContain(expected);
    expect(sql.split(' union ')).toHaveLength(branches);
  });

  it.each<[Relation | null, TaskQueue, string]>([
    [null, 'mine', 'and false'],
    ['team', 'mine', 't.team_id = '],
    ['institution', 'waiting', 't.institution_id = '],
    ['territory', 'done', 't.territory_id = any'],
    ['own', 'done', 't.completed_by = '],
  ])('keeps one’s own queues within the relation %s: %s', (relation, queue, expected) => {
    // then
    expect(selectFor(queue, relation).sql.split(`t.state = `)[1]).toContain(expected);
    expect(selectFor(queue, 'all').sql).not.toContain('t.institution_id');
  });

  it.each<TaskQueue>(['mine', 'unclaimed', 'overdue', 'today', 'week', 'waiting', 'done', 'all'])(
    'of %s uses every value it binds',
    (queue) => {
      // when
      const { sql, values } = selectFor(queue, 'institution');

      // then
      values.forEach((_value, index) => expect(sql).toMatch(new RegExp(`\\$${index + 1}::`)));
    },
  );

  it('never writes a value into the text', () => {
    // given
    const parameters = createParameters();
    const filter = { queue: 'all' as const, q: "x'; drop", workflow: "w'", stage: "s'", case: "c'", assignee: "a'" };

    // when
    const sql = pageSelect(
      actorWith('institution'),
      { ...request('all'), filter, cursor: { at: "infinity'", id: "i'" } },
      parameters,
    );

    // then
    expect(sql.replace(/'(open|completed)'/g, '')).not.toContain("'");
  });
});

describe('searchPattern', () => {
  it.each([
    ['Țurcanu', '%turcanu%'],
    ['ȘTEFAN  Vodă', '%stefan voda%'],
    ['DOS-6400-2026', '%dos-6400-2026%'],
    ['50%_', '%50\\%\\_%'],
  ])('of %s is %s', (text, expected) => {
    // then
    expect(searchPattern(text)).toBe(expected);
  });
});

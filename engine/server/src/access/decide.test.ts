import fc from 'fast-check';
import type { Actor, FieldClass, Permission, Relation } from './actor.ts';
import { systemActor } from './actor.ts';
import { decide, requireAccess, scopeOf, scopesOf } from './decide.ts';
import type { AccessObject } from './decide.ts';
import { thrownBy } from '../errors/testing/thrown-by.ts';

function buildActor(permissions: Permission[], changes: Partial<Actor> = {}): Actor {
  return {
    userId: 'me',
    displayName: 'Rusu Ana',
    roles: ['caseworker'],
    institutionId: 'office',
    teamId: 'team',
    territoryIds: ['town', 'village'],
    permissions,
    language: 'ro',
    sessionId: 'session',
    ...changes,
  };
}

const action = 'case.read';
const permit = (relation: Relation, ...classes: FieldClass[]): Permission => ({ action, relation, classes });

describe('decide', () => {
  it.each<[Relation, AccessObject, boolean]>([
    ['own', { assigneeId: 'me' }, true],
    ['own', { ownerIds: ['you', 'me'] }, true],
    ['own', { assigneeId: 'you', ownerIds: ['you'] }, false],
    ['own', { assigneeId: null }, false],
    ['own', {}, false],
    ['team', { teamId: 'team' }, true],
    ['team', { teamId: 'other' }, false],
    ['team', { teamId: null }, false],
    ['team', { assigneeId: 'me' }, false],
    ['institution', { institutionId: 'office' }, true],
    ['institution', { institutionId: 'other' }, false],
    ['institution', {}, false],
    ['territory', { territoryId: 'village' }, true],
    ['territory', { territoryId: 'abroad' }, false],
    ['territory', { territoryId: null }, false],
    ['territory', { institutionId: 'office' }, false],
    ['all', {}, true],
  ])('%s on %j: %s', (relation, object, allowed) => {
    // when
    const decision = decide(buildActor([permit(relation, 'public')]), action, object);

    // then
    expect(decision).toEqual({
      allowed,
      classes: allowed ? ['public'] : [],
      reason: allowed ? 'granted' : 'not_related',
    });
  });

  it('reaches every place for those who serve the whole country', () => {
    // given
    const actor = buildActor([permit('territory')], { territoryIds: 'all' });

    // then
    expect(decide(actor, action, {}).allowed).toBe(true);
  });

  it('does not relate people without a team to objects without one', () => {
    // given
    const actor = buildActor([permit('team')], { teamId: null });

    // then
    expect(decide(actor, action, { teamId: null }).allowed).toBe(false);
  });

  it('adds the classes of all permissions that apply, and of no others', () => {
    // given
    const actor = buildActor([
      permit('own', 'special'),
      permit('institution', 'personal', 'public'),
      permit('team', 'sealed'),
    ]);

    // when
    const { classes } = decide(actor, action, { assigneeId: 'me', institutionId: 'office', teamId: 'other' });

    // then
    expect(classes).toEqual(['public', 'personal', 'special']);
  });

  it('refuses what no permission names', () => {
    // then
    expect(decide(buildActor([permit('all')]), 'case.close', {})).toEqual({
      allowed: false,
      classes: [],
      reason: 'no_permission',
    });
  });

  it('lets parts of the system do their work', () => {
    // then
    expect(decide(systemActor('timer'), action, {})).toMatchObject({ allowed: true, reason: 'system' });
  });

  const relations = fc.constantFrom<Relation>('own', 'team', 'institution', 'territory', 'all');
  const classes = fc.uniqueArray(fc.constantFrom<FieldClass>('public', 'personal', 'special', 'sealed'));
  const permissions = fc.array(
    fc.record({ action: fc.constantFrom(action, 'case.close'), relation: relations, classes }),
  );
  const maybe = (...values: string[]) => fc.constantFrom<string | null | undefined>(...values, null, undefined);
  const objects = fc.record({
    assigneeId: maybe('me', 'you'),
    teamId: maybe('team', 'other'),
    institutionId: maybe('office', 'other'),
    territoryId: maybe('town', 'abroad'),
  }) as fc.Arbitrary<AccessObject>;

  it('never allows less, nor shows fewer classes, when a permission is added', () => {
    fc.assert(
      fc.property(
        permissions,
        fc.record({ action: fc.constant(action), relation: relations, classes }),
        objects,
        (held, added, object) => {
          const before = decide(buildActor(held), action, object);
          const after = decide(buildActor([...held, added]), action, object);
          expect(after.allowed || !before.allowed).toBe(true);
          expect(after.classes).toEqual(expect.arrayContaining([...before.classes]));
        },
      ),
    );
  });

  it('shows no class that a permission for this very action does not name', () => {
    fc.assert(
      fc.property(permissions, objects, (held, object) => {
        const named = held
          .filter((permission) => permission.action === action)
          .flatMap((permission) => permission.classes);
        expect(decide(buildActor(held), action, object).classes.every((fieldClass) => named.includes(fieldClass))).toBe(
          true,
        );
      }),
    );
  });

  it('allows an object only to whom lists of such objects have a scope', () => {
    fc.assert(
      fc.property(permissions, objects, (held, object) => {
        const actor = buildActor(held);
        expect(!decide(actor, action, object).allowed || scopeOf(actor, action) !== null).toBe(true);
      }),
    );
  });
});

describe('requireAccess', () => {
  it('throws what tells the action and nothing of the object', () => {
    // when
    const attempt = () => requireAccess(buildActor([permit('own')]), action, { assigneeId: 'secret' });

    // then
    expect(thrownBy(attempt)).toMatchObject({ code: 'forbidden', status: 403, details: { action } });
    expect(attempt).not.toThrow(/secret/);
  });
});

describe('scopeOf', () => {
  it.each<[Relation[], Relation]>([
    [['own', 'team'], 'team'],
    [['institution', 'own'], 'institution'],
    [['territory', 'institution'], 'territory'],
    [['own', 'all', 'team'], 'all'],
  ])('of %j is the widest: %s', (held, widest) => {
    // when
    const scope = scopeOf(buildActor(held.map((relation) => permit(relation))), action);

    // then
    expect(scope).toEqual({
      ...{ relation: widest, userId: 'me', teamId: 'team', institutionId: 'office', territoryIds: ['town', 'village'] },
    });
  });

  it('are, one by one, all that were granted, or just everything', () => {
    // given
    const actor = (...held: Relation[]) => buildActor(held.map((relation) => permit(relation)));

    // then
    expect(scopesOf(actor('own', 'team'), action).map(({ relation }) => relation)).toEqual(['team', 'own']);
    expect(scopesOf(actor('own', 'all'), action).map(({ relation }) => relation)).toEqual(['all']);
    expect(scopesOf(actor(), action)).toEqual([]);
  });

  it('is null without a permission, and everything for the system', () => {
    // then
    expect(scopeOf(buildActor([]), action)).toBeNull();
    expect(scopeOf(systemActor('timer'), action)?.relation).toBe('all');
  });
});

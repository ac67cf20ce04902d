import { ForbiddenError } from '../errors/app-error.ts';
import type { Actor, FieldClass, Permission, Relation } from './actor.ts';
import { isSystem } from './actor.ts';

/** What of an object decides about access to it; what is absent or null relates to nobody. */
export interface AccessObject {
  readonly institutionId?: string | null;
  readonly teamId?: string | null;
  readonly territoryId?: string | null;
  readonly assigneeId?: string | null;
  readonly ownerIds?: readonly string[];
}

export interface Decision {
  readonly allowed: boolean;
  /** The field classes that the actor sees or writes, by all permissions that apply. */
  readonly classes: readonly FieldClass[];
  readonly reason: 'system' | 'granted' | 'no_permission' | 'not_related';
}

/** The objects that an action reaches, as a filter for lists. */
export interface Scope {
  readonly relation: Relation;
  readonly userId: string;
  readonly teamId: string | null;
  readonly institutionId: string;
  readonly territoryIds: 'all' | readonly string[];
}

const everyClass: readonly FieldClass[] = ['public', 'personal', 'special', 'sealed'];

const widestFirst: readonly Relation[] = ['all', 'territory', 'institution', 'team', 'own'];

const related: Readonly<Record<Relation, (actor: Actor, object: AccessObject) => boolean>> = {
  own: (actor, { assigneeId, ownerIds }) => assigneeId === actor.userId || (ownerIds?.includes(actor.userId) ?? false),
  team: (actor, { teamId }) => teamId != null && teamId === actor.teamId,
  institution: (actor, { institutionId }) => institutionId != null && institutionId === actor.institutionId,
  territory: ({ territoryIds }, { territoryId }) =>
    territoryIds === 'all' || (territoryId != null && territoryIds.includes(territoryId)),
  all: () => true,
};

/** Decides whether the actor may do `action` to `object`. Pure; whatever no permission grants is refused. */
export function decide(actor: Actor, action: string, object: AccessObject): Decision {
  if (isSystem(actor)) return { allowed: true, classes: everyClass, reason: 'system' };
  const granted = permissionsFor(actor, action);
  const applying = granted.filter(({ relation }) => related[relation](actor, object));
  if (applying.length === 0) {
    return { allowed: false, classes: [], reason: granted.length === 0 ? 'no_permission' : 'not_related' };
  }
  const classes = new Set(applying.flatMap((permission) => permission.classes ?? []));
  return { allowed: true, classes: everyClass.filter((fieldClass) => classes.has(fieldClass)), reason: 'granted' };
}

/** As `decide`, but a refusal is a ForbiddenError, which says what was refused and not what the object is. */
export function requireAccess(actor: Actor, action: string, object: AccessObject): Decision {
  const decision = decide(actor, action, object);
  if (!decision.allowed)
    throw new ForbiddenError(`${actor.userId} may not ${action}: ${decision.reason}`, 'forbidden', { action });
  return decision;
}

/** The widest relation in which the actor may do `action`, as a filter for lists; null when in none. */
export function scopeOf(actor: Actor, action: string): Scope | null {
  const granted = new Set(permissionsFor(actor, action).map(({ relation }) => relation));
  const relation = isSystem(actor) ? 'all' : widestFirst.find((candidate) => granted.has(candidate));
  if (!relation) return null;
  const { userId, teamId, institutionId, territoryIds } = actor;
  return { relation, userId, teamId, institutionId, territoryIds };
}

/** Every relation in which the actor may do `action`, for lists of what any of them reaches. */
export function scopesOf(actor: Actor, action: string): Scope[] {
  const widest = scopeOf(actor, action);
  if (!widest || widest.relation === 'all') return widest ? [widest] : [];
  const granted = new Set(permissionsFor(actor, action).map(({ relation }) => relation));
  return widestFirst.filter((relation) => granted.has(relation)).map((relation) => ({ ...widest, relation }));
}

function permissionsFor(actor: Actor, action: string): Permission[] {
  return actor.permissions.filter((permission) => permission.action === action);
}

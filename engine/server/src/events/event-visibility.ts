import type { Actor } from '../access/actor.ts';
import { scopeOf } from '../access/decide.ts';
import type { LiveEvent } from './live-events.ts';

/** What of the institutions an actor hears of: by the widest relation in which they may read tasks or cases. */
export interface Hearing {
  readonly everywhere: boolean;
  readonly institutionIds: ReadonlySet<string>;
}

/**
 * Where the actor's screens look. `institutionsIn` gives the institutions of territories; it is asked only for actors
 * whose permissions reach a part of the country.
 */
export async function hearingOf(
  actor: Actor,
  institutionsIn: (territoryIds: readonly string[]) => Promise<readonly string[]>,
): Promise<Hearing> {
  const scopes = ['task.read', 'case.read'].map((action) => scopeOf(actor, action)).filter((scope) => scope !== null);
  const wide = scopes.some(
    ({ relation, territoryIds }) => relation === 'all' || (relation === 'territory' && territoryIds === 'all'),
  );
  if (wide) return { everywhere: true, institutionIds: new Set() };
  const territory = scopes.find(({ relation }) => relation === 'territory');
  const served = territory && territory.territoryIds !== 'all' ? await institutionsIn(territory.territoryIds) : [];
  return { everywhere: false, institutionIds: new Set(scopes.length > 0 ? [actor.institutionId, ...served] : []) };
}

/** Whether a change concerns what the actor may see. */
export function mayHear(actor: Actor, hearing: Hearing, event: LiveEvent): boolean {
  if (event.type === 'notifications.changed') return event.userIds.includes(actor.userId);
  if (hearing.everywhere) return true;
  if (event.type === 'case.changed') return hearing.institutionIds.has(event.institutionId);
  return event.assigneeIds.includes(actor.userId) || event.institutionIds.some((id) => hearing.institutionIds.has(id));
}

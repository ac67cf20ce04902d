import type { RoleFile } from '@esocial/contracts/generated/role.ts';

export type Language = 'ro' | 'ru' | 'en';

/** One thing that a role may do: `action` on objects in a `relation` to the actor, seeing the field `classes`. */
export type Permission = RoleFile['permissions'][number];

export type Relation = Permission['relation'];

export type FieldClass = NonNullable<Permission['classes']>[number];

/** Who does something: a person in a session, or a part of the system. */
export interface Actor {
  readonly userId: string;
  readonly displayName: string;
  readonly roles: readonly string[];
  readonly institutionId: string;
  readonly teamId: string | null;
  /** The territory that the actor's institution serves, with everything below it. */
  readonly territoryIds: 'all' | readonly string[];
  readonly permissions: readonly Permission[];
  readonly language: Language;
  readonly sessionId: string;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The actor of what no person does, for example `systemActor('timer')`; it stands in the audit as "system:timer". */
export function systemActor(part: string): Actor {
  return {
    userId: `system:${part}`,
    displayName: 'eSocial',
    roles: [],
    institutionId: NOBODY,
    teamId: null,
    territoryIds: 'all',
    permissions: [],
    language: 'ro',
    sessionId: NOBODY,
  };
}

/** Whether a part of the system acts. What it may do is what the code that made it does, so no policy is asked. */
export function isSystem(actor: Actor): boolean {
  return actor.userId.startsWith('system:');
}

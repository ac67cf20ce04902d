import type { Actor, Permission } from '../../access/actor.ts';
import { newId } from '../../ids/new-id.ts';

/** For tests: somebody with these permissions, written `action relation`, seeing public and personal fields. */
export function buildActor(permissions: readonly string[], changes: Partial<Actor> = {}): Actor {
  return {
    userId: newId(),
    displayName: 'Rusu Elena',
    roles: ['clerk'],
    institutionId: newId(),
    teamId: null,
    territoryIds: [],
    language: 'ro',
    sessionId: newId(),
    ...changes,
    permissions: permissions.map((text) => {
      const [action = '', relation = 'all'] = text.split(' ');
      return { action, relation: relation as Permission['relation'], classes: ['public', 'personal'] };
    }),
  };
}

import { scopeOf } from '../access/decide.ts';
import type { Scope } from '../access/decide.ts';
import { contract, defineRoute, queryOf } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { UserReadModel } from './user-read-model.ts';

interface Query {
  readonly institution?: string;
  readonly q?: string;
  readonly limit?: number;
}

export function createUserRoutes({ users }: { users: UserReadModel }): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/users',
      operationId: 'listUsers',
      summary: 'Colleagues to whom work can be given',
      policy: 'signed-in',
      query: queryOf<Query>({
        institution: { type: 'string', format: 'uuid' },
        q: { type: 'string', minLength: 1, maxLength: 100 },
        limit: { type: 'integer', minimum: 1, maximum: 200 },
      }),
      responses: { 200: contract('api-users-list') },
      async handle({ actor, query: { limit = 50, ...filter } }) {
        // Whoever has no wider view finds the colleagues of their own institution.
        const { institutionId, userId, teamId } = actor;
        const own: Scope = { relation: 'institution', institutionId, userId, teamId, territoryIds: [] };
        const scope = scopeOf(actor, 'user.read') ?? own;
        const items = await users.listColleagues(scope, { ...filter, limit });
        return { status: 200, body: { items, nextCursor: null } };
      },
    }),
  ];
}

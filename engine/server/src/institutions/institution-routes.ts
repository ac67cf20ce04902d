import { contract, defineRoute, queryOf } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { InstitutionStore } from './institution-store.ts';

export function createInstitutionRoutes({ institutions }: { institutions: InstitutionStore }): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/institutions',
      operationId: 'listInstitutions',
      summary: 'Institutions by a part of their name or by IDNO',
      policy: { action: 'institution.search' },
      query: queryOf<{ q?: string; limit?: number }>({
        q: { type: 'string', minLength: 1, maxLength: 100 },
        limit: { type: 'integer', minimum: 1, maximum: 200 },
      }),
      responses: { 200: contract('api-institutions-list') },
      async handle({ query: { q, limit = 50 } }) {
        const found = await institutions.search(q, limit);
        const items = found.map(({ id, key, idno, name, kind }) => ({ id, key, idno, name, kind }));
        return { status: 200, body: { items, nextCursor: null } };
      },
    }),
  ];
}

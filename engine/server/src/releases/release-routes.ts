import type { ReleaseItem } from '@esocial/contracts/generated/api-releases-item.ts';
import type { ReleaseList } from '@esocial/contracts/generated/api-releases-list.ts';
import { contract, defineRoute, queryOf } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { ReleaseService } from './release-service.ts';

const defaultLimit = 50;

export function createReleaseRoutes({ releases }: { readonly releases: ReleaseService }): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/releases',
      operationId: 'listReleases',
      summary: 'Releases, newest first',
      policy: { action: 'release.read' },
      query: queryOf<{ cursor?: string; limit?: number }>({
        cursor: { type: 'string', pattern: '^\\d{1,15}$' },
        limit: { type: 'integer', minimum: 1, maximum: 200 },
      }),
      responses: { 200: contract<ReleaseList>('api-releases-list') },
      async handle({ query: { cursor, limit = defaultLimit } }) {
        const found = await releases.list(cursor === undefined ? null : Number(cursor), limit + 1);
        const items = found.slice(0, limit);
        const nextCursor = found.length > limit ? String(items.at(-1)?.number) : null;
        return { status: 200, body: { items, nextCursor } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/releases/:id/approvals',
      operationId: 'approveRelease',
      summary: 'Approve a submitted release, which another person made; it holds from its day',
      policy: { action: 'release.approve' },
      idempotent: true,
      responses: { 201: contract<ReleaseItem>('api-releases-item') },
      handle: async ({ actor, params }) => ({ status: 201, body: await releases.approve(actor, params.id) }),
    }),
  ];
}

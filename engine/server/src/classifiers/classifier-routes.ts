import type { ClassifierListItem } from '@esocial/contracts/generated/api-classifiers-item.ts';
import type { ClassifierItems as ItemsReply } from '@esocial/contracts/generated/api-classifiers-items.ts';
import type { ClassifierList } from '@esocial/contracts/generated/api-classifiers-list.ts';
import type { ClassifierVersion } from '@esocial/contracts/generated/api-classifiers-version.ts';
import type { ClassifierFile } from '@esocial/contracts/generated/classifier.ts';
import type { Clock } from '../clock/clock.ts';
import { legalDay } from '../clock/legal-day.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { contract, defineRoute, queryOf } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { foldText } from '../text/fold-text.ts';
import type { ItemWithAttributes } from './classifier.ts';
import type { ClassifierItems } from './classifier-service.ts';

export interface ClassifierRouteDependencies {
  readonly definitions: DefinitionReader;
  readonly classifiers: ClassifierItems;
  readonly clock: Clock;
}

interface ItemsQuery {
  readonly q?: string;
  readonly parent?: string;
  readonly at?: string;
  readonly version?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

const itemsQuery = queryOf<ItemsQuery>({
  q: { type: 'string', maxLength: 100 },
  parent: {
    type: 'string',
    maxLength: 100,
    description: 'Only items directly below this code; empty for those at the top.',
  },
  at: { type: 'string', format: 'date' },
  version: { type: 'string', format: 'uuid' },
  cursor: { type: 'string', pattern: '^\\d{1,6}$' },
  limit: { type: 'integer', minimum: 1, maximum: 200 },
});

export function createClassifierRoutes({ definitions, classifiers, clock }: ClassifierRouteDependencies): Route[] {
  async function fileOf(versionId: string, key: string): Promise<ClassifierFile> {
    const version = await definitions.getVersion(versionId);
    if (version.kind !== 'classifier' || version.key !== key)
      throw new NotFoundError(`version of classifier ${key}`, versionId);
    return (version.content as unknown as { file: ClassifierFile }).file;
  }

  async function versionAt(key: string, at: string): Promise<string> {
    const active = await definitions.findActive('classifier', key, at);
    if (!active) throw new NotFoundError('active classifier', key);
    return active.id;
  }

  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/classifiers',
      operationId: 'listClassifiers',
      summary: 'Classifiers in force today',
      policy: { action: 'classifier.read' },
      responses: { 200: contract<ClassifierList>('api-classifiers-list') },
      async handle({ language }) {
        const active = await definitions.listActive('classifier', legalDay(clock.now()));
        const items = await Promise.all(
          active.map(async ({ id, key, effectiveFrom }) => {
            const { title, category, hierarchical } = await fileOf(id, key);
            return { key, title: title[language] ?? title.ro, category, hierarchical, versionId: id, effectiveFrom };
          }),
        );
        items.sort((left, right) => left.title.localeCompare(right.title, language));
        return { status: 200, body: { items, nextCursor: null } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/classifiers/:key/items',
      operationId: 'listClassifierItems',
      summary: 'Items by a part of their name or code, or below a code; diacritics do not matter',
      policy: { action: 'classifier.read' },
      query: itemsQuery,
      responses: { 200: contract<ItemsReply>('api-classifiers-items') },
      async handle({ params: { key }, query }) {
        const at = query.at ?? legalDay(clock.now());
        const versionId = query.version ?? (await versionAt(key, at));
        await fileOf(versionId, key);
        const [limit, offset] = [query.limit ?? 50, Number(query.cursor ?? 0)];
        const text = foldText(query.q ?? '');
        // Signs alone, such as %, are in no name.
        if (text === '' && query.q?.trim())
          return { status: 200, body: { key, versionId, items: [], nextCursor: null } };
        const parent = query.parent === undefined ? undefined : query.parent || null;
        const found = await classifiers.search({
          ...{ versionId, at, parent, offset, limit: limit + 1 },
          text: text === '' ? undefined : text,
        });
        const nextCursor = found.length > limit ? String(offset + limit) : null;
        return { status: 200, body: { key, versionId, items: found.slice(0, limit).map(toView), nextCursor } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/classifiers/:key/versions/:versionId',
      operationId: 'getClassifierVersion',
      summary: 'A whole classifier version; never changes',
      policy: { action: 'classifier.read' },
      responses: { 200: contract<ClassifierVersion>('api-classifiers-version') },
      async handle({ params: { key, versionId } }) {
        const { title, hierarchical } = await fileOf(versionId, key);
        const items = (await classifiers.list(versionId)).map(toView);
        const headers = { 'cache-control': 'private, max-age=31536000, immutable' };
        return { status: 200, headers, body: { key, versionId, title, hierarchical, items } };
      },
    }),
  ];
}

/** Without what is empty: the list of a classifier goes over the line whole. */
function toView({ code, ro, attributes, ...rest }: ItemWithAttributes): ClassifierListItem {
  const given = Object.entries(rest).filter(([, value]) => value != null);
  return { code, ro, ...Object.fromEntries(given), ...(Object.keys(attributes).length > 0 ? { attributes } : {}) };
}

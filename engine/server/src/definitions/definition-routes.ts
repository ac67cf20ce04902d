import type { DefinitionList } from '@esocial/contracts/generated/api-definitions-list.ts';
import type { DefinitionVersions } from '@esocial/contracts/generated/api-definitions-versions.ts';
import type { Clock } from '../clock/clock.ts';
import { legalDay } from '../clock/legal-day.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { contract, defineRoute, queryOf } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { definitionKinds } from './definition.ts';
import type { DefinitionKind, DefinitionVersion, Language, VersionSummary } from './definition.ts';
import type { DefinitionReader } from './definition-reader.ts';
import { definitionTitle } from './definition-titles.ts';
import { legalBasisOf } from './legal-basis-of.ts';

export interface DefinitionRouteDependencies {
  readonly definitions: DefinitionReader;
  readonly clock: Clock;
}

const read = { action: 'definition.read' };

export function createDefinitionRoutes({ definitions, clock }: DefinitionRouteDependencies): Route[] {
  async function toItem(version: VersionSummary, language: Language): Promise<DefinitionList['items'][number]> {
    const { id, kind, key, number, digest, effectiveFrom, releaseId } = version;
    const full = await definitions.getVersion(id);
    const title = definitionTitle(full, language);
    return {
      kind,
      key,
      title,
      versionId: id,
      number,
      digest,
      effectiveFrom,
      releaseId,
      legalBasis: legalBasisOf(full),
    };
  }

  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/definitions',
      operationId: 'listDefinitions',
      summary: 'The versions in force on a day',
      policy: read,
      query: queryOf<{ kind?: DefinitionKind; at?: string }>({
        kind: { enum: definitionKinds },
        at: { type: 'string', format: 'date' },
      }),
      responses: { 200: contract<DefinitionList>('api-definitions-list') },
      async handle({ query, language }) {
        const at = query.at ?? legalDay(clock.now());
        const kinds = query.kind === undefined ? definitionKinds : [query.kind];
        const active = await Promise.all(kinds.map((kind) => definitions.listActive(kind, at)));
        const items = await Promise.all(active.flat().map((version) => toItem(version, language)));
        return { status: 200, body: { items, nextCursor: null } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/definitions/:kind/:key',
      operationId: 'listDefinitionVersions',
      summary: 'All versions of a definition, newest first',
      policy: read,
      responses: { 200: contract<DefinitionVersions>('api-definitions-versions') },
      async handle({ params: { kind, key }, language }) {
        const known = definitionKinds.find((each) => each === kind);
        const found = known === undefined ? [] : await definitions.listVersions(known, key);
        if (found.length === 0) throw new NotFoundError('definition', `${kind}:${key}`);
        const versions = await Promise.all(found.map(({ id }) => definitions.getVersion(id)));
        const items = versions.map(toVersionItem);
        const title = definitionTitle(versions[0]!, language);
        return { status: 200, body: { kind, key, title, items, nextCursor: null } };
      },
    }),
  ];
}

function toVersionItem(version: DefinitionVersion): DefinitionVersions['items'][number] {
  const { id, number, digest, effectiveFrom, state, releaseId, releaseNumber, createdBy, createdAt } = version;
  return {
    ...{ versionId: id, number, digest, effectiveFrom, state, releaseId, releaseNumber, createdBy, createdAt },
    legalBasis: legalBasisOf(version),
    ...policyContent(version),
  };
}

/** What the version says, where it is short: a policy, or the head of a classifier. */
function policyContent({ kind, content }: DefinitionVersion): { content?: Record<string, unknown> } {
  if (kind === 'form' || kind === 'workflow') return {};
  const file = content as Record<string, unknown>;
  return { content: kind === 'classifier' ? (file['file'] as Record<string, unknown>) : file };
}

import { schemaNodes } from '@esocial/form-core/schema-nodes.ts';
import type { EngineTarget } from '@esocial/process-core/model/rules/engine-targets.ts';
import type { Actor } from '../access/actor.ts';
import { systemActor } from '../access/actor.ts';
import type { Clock } from '../clock/clock.ts';
import { legalDay } from '../clock/legal-day.ts';
import type { Database } from '../database/database.ts';
import { contentDigest } from '../definitions/canonical-json.ts';
import type { DefinitionPublisher } from '../definitions/definition-publisher.ts';
import type { DefinitionKind, FormContent, VersionSummary } from '../definitions/definition.ts';
import type { CreatedRelease, ReleaseService } from '../releases/release-service.ts';
import type { ContentFault } from './content-fault.ts';
import { hasErrors } from './content-fault.ts';
import type { DefinitionSource, KnownDefinitions } from './definition-source.ts';
import { validateContent } from './validate-content.ts';

export interface ApplyDependencies {
  readonly database: Database;
  readonly definitions: DefinitionPublisher;
  readonly releases: ReleaseService;
  readonly clock: Clock;
}

export interface ApplyOptions {
  /** Legal day from which the versions hold, `YYYY-MM-DD`; today unless given. */
  readonly effectiveFrom?: string;
  /** Only says what would change. */
  readonly dryRun?: boolean;
  /** Switched on without approval: the sandbox. */
  readonly activate: boolean;
  /** The process engine that has to be able to run the procedures; the embedded one unless given. */
  readonly engine?: EngineTarget;
}

export interface ContentChange {
  readonly kind: DefinitionKind;
  readonly key: string;
  readonly change: 'new' | 'changed';
}

export interface ApplyResult {
  readonly faults: readonly ContentFault[];
  /** Empty when the server has all of it already, or when there are errors. */
  readonly changes: readonly ContentChange[];
  readonly release?: CreatedRelease;
}

/** Concurrent applications of content wait for each other. */
const applyLock = 7_305_120;

/** Loads content folders into the database. */
export function createContentApplier({ database, definitions, releases, clock }: ApplyDependencies) {
  const actor: Actor = systemActor('content-cli');

  async function findChanges(sources: readonly DefinitionSource[]) {
    const newest = indexByKey(await definitions.listNewest());
    return sources
      .map((source) => ({ ...source, digest: digestOf(source) }))
      .filter(({ kind, key, digest }) => newest.get(`${kind}:${key}`)?.digest !== digest)
      .map((version) => ({
        version,
        change: newest.has(`${version.kind}:${version.key}`) ? ('changed' as const) : ('new' as const),
      }));
  }

  return {
    /**
     * Makes one release of everything in the folder that differs from the newest versions here; nothing when nothing
     * differs. A folder with errors changes nothing.
     */
    async apply(root: string, options: ApplyOptions): Promise<ApplyResult> {
      const { definitions: sources, faults } = await validateContent(
        root,
        knownOf(await definitions.listNewest()),
        options.engine,
      );
      if (hasErrors(faults)) return { faults, changes: [] };
      const effectiveFrom = options.effectiveFrom ?? legalDay(clock.now());
      return database.transaction(async () => {
        await database.query('select pg_advisory_xact_lock($1)', [applyLock]);
        const changed = await findChanges(sources);
        const changes = changed.map(({ version: { kind, key }, change }) => ({ kind, key, change }));
        if (changed.length === 0 || options.dryRun) return { faults, changes };
        const versions = changed.map(({ version }) => version);
        const title = `Conținut din ${effectiveFrom}`;
        const release = await releases.create(actor, { title, effectiveFrom, activate: options.activate, versions });
        return { faults, changes, release };
      });
    },
  };
}

/** Identity of a definition: the validator is made from the rest, so it is not part of it. */
function digestOf({ kind, key, content, items }: DefinitionSource): string {
  if (items) return contentDigest(kind, key, { content, items });
  return kind === 'form'
    ? contentDigest(kind, key, withFieldOrder(content as FormContent))
    : contentDigest(kind, key, content);
}

/** Keys of JSON have no order, but the fields of a form do. */
function withFieldOrder(content: FormContent) {
  const order = schemaNodes(content.schema).map(({ schema }) => Object.keys(schema.properties ?? {}));
  return { content, order };
}

function indexByKey(summaries: readonly VersionSummary[]): Map<string, VersionSummary> {
  return new Map(summaries.map((summary) => [`${summary.kind}:${summary.key}`, summary]));
}

function knownOf(summaries: readonly VersionSummary[]): KnownDefinitions {
  const known = indexByKey(summaries);
  return { has: (kind, key) => known.has(`${kind}:${key}`) };
}

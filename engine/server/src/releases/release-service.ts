import type { Actor } from '../access/actor.ts';
import { requireAccess } from '../access/decide.ts';
import type { Audit } from '../audit/audit.ts';
import type { ClassifierItems } from '../classifiers/classifier-service.ts';
import type { ItemWithAttributes } from '../classifiers/classifier.ts';
import type { Clock } from '../clock/clock.ts';
import { legalDay } from '../clock/legal-day.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionPublisher } from '../definitions/definition-publisher.ts';
import type { VersionContent } from '../definitions/definition-publisher.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../errors/app-error.ts';
import type { Outbox } from '../events/outbox.ts';
import { isId } from '../ids/new-id.ts';
import { activeState } from './release.ts';
import type { Release, ReleaseState } from './release.ts';
import { createReleaseStore } from './release-store.ts';

export interface ReleaseDependencies {
  readonly database: Database;
  readonly definitions: DefinitionPublisher;
  readonly classifiers: ClassifierItems;
  readonly audit: Audit;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** What follows from switching a release on. */
  readonly bringIntoForce: (releaseId: string) => Promise<void>;
}

export interface ReleaseRequest {
  readonly title: string;
  /** Legal day, `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  /** Switched on at once (from its day); otherwise submitted for approval. */
  readonly activate: boolean;
  readonly versions: readonly (VersionContent & { readonly items?: readonly ItemWithAttributes[] })[];
}

export interface CreatedRelease {
  readonly id: string;
  readonly number: number;
  readonly state: ReleaseState;
}

export interface ReleaseService {
  /** Makes a release with its new versions, in the current unit of work. */
  create(actor: Actor, request: ReleaseRequest): Promise<CreatedRelease>;
  /**
   * Switches a submitted release on, from its day. Throws NotFoundError, ConflictError `release_not_submitted`, and
   * ForbiddenError `second_person_needed` when the actor made it.
   */
  approve(actor: Actor, id: string): Promise<Release>;
  list(before: number | null, limit: number): Promise<Release[]>;
}

/** Every change of definitions travels in a release. */
export function createReleaseService(dependencies: ReleaseDependencies): ReleaseService {
  const { database, definitions, classifiers, audit, outbox, clock, bringIntoForce } = dependencies;
  const store = createReleaseStore(database);

  async function switchOn(releaseId: string): Promise<void> {
    await bringIntoForce(releaseId);
    await definitions.announce();
  }

  return {
    async create(actor, { title, effectiveFrom, activate, versions }) {
      const now = clock.now();
      const state = activate ? activeState(effectiveFrom, legalDay(now)) : 'submitted';
      const release = await store.insert({ title, state, effectiveFrom, createdBy: actor.userId, at: now });
      for (const { items, ...content } of versions) {
        const versionId = await definitions.publish(content, {
          releaseId: release.id,
          effectiveFrom,
          createdBy: actor.userId,
          state: activate ? 'active' : 'submitted',
        });
        if (items) await classifiers.insert(versionId, items);
        await store.insertItem(release.id, versionId, 'finish');
      }
      const keys = versions.map(({ kind, key }) => `${kind}:${key}`);
      const verb = activate ? 'release.activated' : 'release.submitted';
      await audit.record(actor, { verb, objectType: 'release', objectId: release.id, fields: keys });
      await outbox.append({ topic: verb, payload: { releaseId: release.id, number: release.number, effectiveFrom } });
      if (activate) await switchOn(release.id);
      return { ...release, state };
    },

    async approve(actor, id) {
      requireAccess(actor, 'release.approve', {});
      return database.transaction(async () => {
        const release = isId(id) ? await store.lock(id) : undefined;
        if (!release) throw new NotFoundError('release', id);
        if (release.createdBy === actor.userId) {
          throw new ForbiddenError(
            `${actor.userId} made release ${release.number} and may not approve it`,
            'second_person_needed',
          );
        }
        if (release.state !== 'submitted') {
          throw new ConflictError('release_not_submitted', `Release ${release.number} is ${release.state}`);
        }
        const now = clock.now();
        await store.approve(id, activeState(release.effectiveFrom, legalDay(now)), actor.userId, now);
        await definitions.activate(id);
        await audit.record(actor, { verb: 'release.approved', objectType: 'release', objectId: id });
        const { number, effectiveFrom } = release;
        await outbox.append({ topic: 'release.activated', payload: { releaseId: id, number, effectiveFrom } });
        await switchOn(id);
        return (await store.lock(id)) ?? release;
      });
    },

    list: (before, limit) => store.list(before, limit),
  };
}

import type { LegalBasis } from '@esocial/contracts/generated/legal-basis.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionKind, VersionState, VersionSummary } from './definition.ts';
import { createDefinitionStore } from './definition-store.ts';

/** What a new version says; `validator` is a form's, as source. */
export interface VersionContent {
  readonly kind: DefinitionKind;
  readonly key: string;
  readonly digest: string;
  readonly content: unknown;
  readonly legalBasis: readonly LegalBasis[];
  readonly validator?: string;
}

export interface Publication {
  readonly releaseId: string;
  readonly effectiveFrom: string;
  readonly createdBy: string;
  readonly state: VersionState;
}

export interface DefinitionPublisher {
  /** The newest version of each key, whether active or waiting for approval. */
  listNewest(): Promise<VersionSummary[]>;
  /** Writes a new version in the current unit of work; gives its id. */
  publish(version: VersionContent, publication: Publication): Promise<string>;
  /** Makes the submitted versions of a release active. */
  activate(releaseId: string): Promise<void>;
  /** Tells every server process, at the commit, that other versions are active. */
  announce(): Promise<void>;
}

export function createDefinitionPublisher(database: Database): DefinitionPublisher {
  const store = createDefinitionStore(database);
  return {
    listNewest: () => store.listNewest(),
    async publish({ validator, ...version }, publication) {
      const { id } = await store.insertVersion({ ...version, ...publication });
      if (validator !== undefined) await store.insertValidator(id, validator);
      return id;
    },
    activate: (releaseId) => store.activateRelease(releaseId),
    announce: () => store.notifyChanged(),
  };
}

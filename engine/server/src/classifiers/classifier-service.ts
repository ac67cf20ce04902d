import type { Database } from '../database/database.ts';
import type { LoadClassifier } from '../definitions/create-definition-reader.ts';
import { createPinnedClassifier } from './classifier.ts';
import type { ItemWithAttributes } from './classifier.ts';
import { createClassifierStore } from './classifier-store.ts';
import type { ItemQuery } from './classifier-store.ts';

/** Items of classifier versions. */
export interface ClassifierItems {
  /** The whole version, in its order. */
  list(versionId: string): Promise<ItemWithAttributes[]>;
  search(query: ItemQuery): Promise<ItemWithAttributes[]>;
  /** Writes the items of a new version, in the current unit of work. */
  insert(versionId: string, items: readonly ItemWithAttributes[]): Promise<void>;
  load: LoadClassifier;
}

export function createClassifierItems(database: Database): ClassifierItems {
  const store = createClassifierStore(database);
  return {
    list: (versionId) => store.list(versionId),
    search: (query) => store.search(query),
    insert: (versionId, items) => store.insert(versionId, items),
    load: async (versionId, key) => createPinnedClassifier(versionId, key, await store.list(versionId)),
  };
}

/**
 * A bounded cache of what is made from immutable versions. Least recently used entries are dropped; a value that is
 * being made is made once however many ask, and one that failed is not kept.
 */
export interface VersionCache<Value> {
  get(id: string, make: (id: string) => Promise<Value>): Promise<Value>;
  readonly size: number;
}

export function createVersionCache<Value>(limit: number): VersionCache<Value> {
  const entries = new Map<string, Promise<Value>>();

  function touch(id: string, entry: Promise<Value>): void {
    entries.delete(id);
    entries.set(id, entry);
  }

  function dropOldest(): void {
    const oldest = entries.keys().next();
    if (entries.size > limit && !oldest.done) entries.delete(oldest.value);
  }

  return {
    get(id, make) {
      const known = entries.get(id);
      const entry = known ?? make(id);
      touch(id, entry);
      if (!known) {
        dropOldest();
        entry.catch(() => entries.get(id) === entry && entries.delete(id));
      }
      return entry;
    },
    get size() {
      return entries.size;
    },
  };
}

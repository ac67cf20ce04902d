import type { DefinitionKind, VersionSummary } from './definition.ts';
import { pinKey } from './definition.ts';

/** The active versions of every key, newest first: small enough to be held whole. */
export interface ActiveVersions {
  find(kind: DefinitionKind, key: string, at: string): VersionSummary | undefined;
  list(kind: DefinitionKind, at: string): VersionSummary[];
}

/** Indexes summaries that are sorted by `effectiveFrom`, then number, newest first within a key. */
export function indexActiveVersions(summaries: readonly VersionSummary[]): ActiveVersions {
  const byKey = new Map<string, VersionSummary[]>();
  for (const summary of summaries) {
    const id = pinKey(summary.kind, summary.key);
    const list = byKey.get(id);
    if (list) list.push(summary);
    else byKey.set(id, [summary]);
  }
  const inForce = (versions: readonly VersionSummary[] | undefined, at: string) =>
    versions?.find((version) => version.effectiveFrom <= at);
  return {
    find: (kind, key, at) => inForce(byKey.get(pinKey(kind, key)), at),
    list(kind, at) {
      const ofKind = [...byKey.values()].filter((versions) => versions[0]?.kind === kind);
      return ofKind.map((versions) => inForce(versions, at)).filter((version) => version !== undefined);
    },
  };
}

export interface FreshValue<Value> {
  get(): Promise<Value>;
  invalidate(): void;
}

/** Keeps a value until it is invalidated or `maximumAge` ms old: a lost notification costs no more than that. */
export function keepFresh<Value>(
  load: () => Promise<Value>,
  maximumAge: number,
  now: () => number = Date.now,
): FreshValue<Value> {
  let current: { value: Promise<Value>; loadedAt: number } | undefined;
  return {
    get() {
      if (!current || now() - current.loadedAt > maximumAge) {
        const loading = { value: load(), loadedAt: now() };
        loading.value.catch(() => {
          if (current === loading) current = undefined;
        });
        current = loading;
      }
      return current.value;
    },
    invalidate() {
      current = undefined;
    },
  };
}

import { useUrlState } from '../../shared/useUrlState.ts';
import type { AuditFilter } from './api/audit-events.ts';

const names = ['actor', 'verb', 'objectType', 'case', 'subject', 'from', 'to'] as const;

/** The filter and the opened event, all of it in the address; persons and cases only as opaque ids. */
export function useAuditAddress() {
  const { get, set } = useUrlState();
  const filter = Object.fromEntries(names.map((name) => [name, get(name)])) as AuditFilter;
  const openId = Number(get('event')) || undefined;
  return {
    filter,
    isFiltered: names.some((name) => filter[name] !== undefined),
    openId,
    change: (changes: Partial<AuditFilter>) => set({ ...changes, event: undefined }),
    clear: () => set({ ...Object.fromEntries(names.map((name) => [name, undefined])), event: undefined }),
    open: (id: number | undefined) => set({ event: id?.toString() }, true),
  };
}

export type AuditAddress = ReturnType<typeof useAuditAddress>;

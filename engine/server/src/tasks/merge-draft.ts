import type { Json, JsonObject } from '@esocial/form-core/json.ts';
import { withValueAt } from '@esocial/form-core/pointer.ts';
import type { StoredDraft } from './task-store.ts';

export interface DraftChange {
  /** The version of the draft that was edited. */
  readonly base: number;
  /** JSON pointer to value; null removes. */
  readonly changes: Readonly<Record<string, Json>>;
}

export interface MergedDraft {
  readonly draft: Pick<StoredDraft, 'data' | 'fields' | 'version'>;
  /** Pointers whose change was not taken, because somebody else changed the same after `base`. */
  readonly conflicts: readonly string[];
}

/** Merges two editors field by field: a field that changed since the base keeps what it is. Pure. */
export function mergeDraft(
  draft: Pick<StoredDraft, 'data' | 'fields' | 'version'>,
  { base, changes }: DraftChange,
): MergedDraft {
  const version = draft.version + 1;
  const changedSince = Object.keys(draft.fields).filter((pointer) => (draft.fields[pointer] ?? 0) > base);
  const conflicts: string[] = [];
  let data: JsonObject = draft.data;
  const fields: Record<string, number> = { ...draft.fields };
  for (const [pointer, value] of Object.entries(changes)) {
    if (changedSince.some((other) => overlaps(pointer, other))) {
      conflicts.push(pointer);
      continue;
    }
    data = withValueAt(data, pointer, value ?? undefined);
    fields[pointer] = version;
  }
  return { draft: { data, fields, version }, conflicts };
}

/** Whether one pointer is, or lies within, the other. */
function overlaps(left: string, right: string): boolean {
  return left === right || isWithin(left, right) || isWithin(right, left);
}

function isWithin(pointer: string, container: string): boolean {
  return container === '' || pointer.startsWith(`${container}/`);
}

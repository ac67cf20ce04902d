import type { JsonObject } from '@esocial/form-core/json.ts';
import type { FormChanges } from '@esocial/ui/forms/runtime-types.ts';

/** The data with changes of top-level properties applied; null removes. */
export function applyChanges(data: JsonObject, changes: FormChanges): JsonObject {
  const entries = new Map(Object.entries(data));
  for (const [pointer, value] of Object.entries(changes)) {
    if (value === null) entries.delete(pointer.slice(1));
    else entries.set(pointer.slice(1), value);
  }
  return Object.fromEntries(entries);
}

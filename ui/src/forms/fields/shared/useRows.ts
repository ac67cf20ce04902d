import type { FormField } from '@esocial/form-core/compiled-form.ts';
import { newRow } from '@esocial/form-core/defaults.ts';
import type { Json } from '@esocial/form-core/json.ts';
import { useEffect, useRef, useState } from 'react';
import { fieldId, focusField } from '../../runtime/field-id.ts';
import { useFormContext } from '../../runtime/form-context.ts';

/** The rows of a list and what can be done with them. */
export interface RowList {
  count: number;
  add: () => void;
  remove: (row: number) => void;
  /** The place of the row that was taken out last; undefined once there is nothing to undo. */
  removed: number | undefined;
  restore: () => void;
}

interface RemovedRow {
  row: number;
  value: Json;
}

/** Adds rows, takes them out and brings the last one back; the focus goes where the hands go on. */
export function useRows(path: string, field: FormField, value: Json | undefined): RowList {
  const { store } = useFormContext();
  const [removed, setRemoved] = useState<RemovedRow>();
  const focusNext = useRef<string | undefined>(undefined);
  const list = () => {
    const current = store.value(path);
    return Array.isArray(current) ? current : [];
  };
  useEffect(() => {
    if (focusNext.current === undefined) return;
    if (!focusField(focusNext.current)) document.getElementById(fieldId(path))?.focus();
    focusNext.current = undefined;
  });
  return {
    count: Array.isArray(value) ? value.length : 0,
    removed: removed?.row,
    add: () => {
      const rows = list();
      const first = field.children[0]?.children.find((child) => !child.calculation);
      focusNext.current = `${path}/${rows.length}/${first?.key ?? ''}`;
      store.set(path, [...rows, newRow(field)]);
    },
    remove: (row) => {
      const rows = list();
      setRemoved({ row, value: rows[row] ?? null });
      focusNext.current = path;
      store.set(path, rows.length > 1 ? rows.filter((_, index) => index !== row) : undefined);
    },
    restore: () => {
      if (!removed) return;
      const rows = list();
      store.set(path, [...rows.slice(0, removed.row), removed.value, ...rows.slice(removed.row)]);
      setRemoved(undefined);
      focusNext.current = `${path}/${removed.row}`;
    },
  };
}

import type { FieldConfig } from '../field-types.ts';
import { TableField } from './Field.tsx';

export const tableField: FieldConfig = { kinds: ['table'], frame: 'own', Field: TableField };

import type { FieldKind } from '@esocial/form-core/field-kind.ts';
import type { FormField } from '@esocial/form-core/compiled-form.ts';
import type { FormSchema } from '@esocial/form-core/form-schema.ts';
import type { Json } from '@esocial/form-core/json.ts';
import type { ComponentType } from 'react';

/** What the control of a field is given. */
export interface FieldProps {
  path: string;
  /** Id of the control; what belongs to it is named after it. */
  id: string;
  field: FormField;
  schema: FormSchema;
  label: string;
  value: Json | undefined;
  invalid: boolean;
  readOnly: boolean;
  /** Ids of the help and the error, for `aria-describedby`. */
  describedBy: string | undefined;
  onChange: (value: Json | undefined) => void;
}

/** One kind of field: which kinds it draws, and how its label is tied to it. */
export interface FieldConfig {
  kinds: readonly FieldKind[];
  /** `label`: one control; `legend`: several controls in a fieldset; `own`: it draws its own frame (groups, lists). */
  frame: 'label' | 'legend' | 'own';
  Field: ComponentType<FieldProps>;
}

export interface FieldAtProps {
  path: string;
  /** In a table the label stands in the column's head. */
  compact?: boolean;
}

import type { FormField } from '@esocial/form-core/compiled-form.ts';
import type { FieldKind } from '@esocial/form-core/field-kind.ts';
import { attachmentField } from './attachment/config.ts';
import { calculatedField } from './calculated/config.ts';
import { choiceField } from './choice/config.ts';
import { classifierField } from './classifier/config.ts';
import { dateField } from './date/config.ts';
import { dateTimeField } from './date-time/config.ts';
import type { FieldConfig } from './field-types.ts';
import { groupField } from './group/config.ts';
import { identifierField } from './identifier/config.ts';
import { institutionField } from './institution/config.ts';
import { longTextField } from './long-text/config.ts';
import { multipleChoiceField } from './multiple-choice/config.ts';
import { multipleClassifierField } from './multiple-classifier/config.ts';
import { numberField } from './number/config.ts';
import { personField } from './person/config.ts';
import { repeatedGroupField } from './repeated-group/config.ts';
import { tableField } from './table/config.ts';
import { textField } from './text/config.ts';
import { timeField } from './time/config.ts';
import { yesNoField } from './yes-no/config.ts';

/** Every kind of field a form can show. A new one is a folder and a line here. */
export const fieldConfigs: readonly FieldConfig[] = [
  textField,
  longTextField,
  identifierField,
  numberField,
  yesNoField,
  dateField,
  dateTimeField,
  timeField,
  choiceField,
  multipleChoiceField,
  classifierField,
  multipleClassifierField,
  personField,
  institutionField,
  attachmentField,
  groupField,
  repeatedGroupField,
  tableField,
];

const byKind = new Map<FieldKind, FieldConfig>(
  fieldConfigs.flatMap((config) => config.kinds.map((kind) => [kind, config] as const)),
);

/** More columns than these do not fit beside each other on an office screen. */
export const mostColumns = 4;

/** How a field is drawn: what is calculated is only shown, rows too wide for a line become groups. */
export function configOf(field: FormField): FieldConfig {
  if (field.calculation) return calculatedField;
  if (field.kind === 'table' && (field.children[0]?.children.length ?? 0) > mostColumns) return repeatedGroupField;
  const config = byKind.get(field.kind);
  if (!config) throw new Error(`no field draws the kind ${field.kind}`);
  return config;
}

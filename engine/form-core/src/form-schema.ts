import type { LegalBasis } from '@esocial/contracts/generated/legal-basis.ts';
import type { Json } from './json.ts';

export type FieldClass = 'public' | 'personal' | 'special' | 'sealed';
export type Language = 'ro' | 'ru' | 'en';

export interface ClassifierBinding {
  key: string;
  /** Only the subtree of this code. */
  parent?: string;
  /** Only items of this level; roots are of level 1. */
  level?: number;
}

export interface AttachmentBinding {
  /** Media types, for example "application/pdf". */
  accept?: string[];
  /** Bytes. */
  maxSize?: number;
}

/** A JSON Schema 2020-12 of the form profile (docs: form profile). */
export interface FormSchema {
  $schema?: string;
  $id?: string;
  $ref?: string;
  $defs?: Record<string, FormSchema>;
  $comment?: string;
  type?: string | string[];
  title?: string;
  description?: string;
  default?: Json;
  readOnly?: boolean;
  properties?: Record<string, FormSchema>;
  required?: string[];
  additionalProperties?: boolean;
  dependentRequired?: Record<string, string[]>;
  items?: FormSchema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  enum?: Json[];
  const?: Json;
  oneOf?: FormSchema[];
  allOf?: FormSchema[];
  if?: FormSchema;
  then?: FormSchema;
  else?: FormSchema;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  'x-classifier'?: ClassifierBinding;
  'x-person'?: Record<string, Json>;
  'x-institution'?: Record<string, Json>;
  'x-attachment'?: AttachmentBinding;
  'x-calculation'?: string;
  'x-visible-when'?: string;
  'x-prefill'?: string;
  'x-class'?: FieldClass;
  'x-legal-basis'?: LegalBasis;
  'x-long-text'?: boolean;
  'x-table'?: boolean;
}

export interface UiSection {
  key: string;
  title: string;
  description?: string;
  /** Pointers into the data; a field that no section lists stands at the end of the last. */
  fields: string[];
}

export interface UiSchema {
  'ui:sections'?: UiSection[];
  [key: string]: unknown;
}

export interface FormTranslation {
  form?: Record<string, string>;
  schema?: Record<string, string>;
  uiSchema?: Record<string, string>;
}

/** What a version of a form consists of, as far as the form core needs it. */
export interface FormDefinition {
  schema: FormSchema;
  uiSchema: UiSchema;
  translations: { ru?: FormTranslation; en?: FormTranslation };
}

import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import { formatDate } from '@esocial/form-core/calendar-date.ts';
import type { FormField } from '@esocial/form-core/compiled-form.ts';
import type { FieldKind } from '@esocial/form-core/field-kind.ts';
import type { FormSchema, Language } from '@esocial/form-core/form-schema.ts';
import type { Json } from '@esocial/form-core/json.ts';
import { sizeText, typeNames } from '../fields/attachment/file-fault.ts';
import type { Translate } from '../runtime/form-context.ts';

export interface ErrorAt {
  error: FieldError;
  field: FormField;
  schema: FormSchema;
  value: Json | undefined;
  language: Language;
}

const longestShown = 40;

/** An error in words: what is wrong with the value, and what to do; the same beside the field and in the summary. */
export function errorText(t: Translate, { error, field, schema, value, language }: ErrorAt): string {
  const params: Record<string, unknown> = error.params;
  const values = {
    ...params,
    label: schema.title ?? field.key,
    value: shownValue(value),
    actual: typeof value === 'string' ? [...value].length : Array.isArray(value) ? value.length : 0,
    limitText:
      typeof params.limit === 'number'
        ? new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(params.limit)
        : '',
    help: schema.description ?? 'none',
  };
  return t(
    errorKey(error, field),
    error.keyword === 'attachment' ? { ...values, ...attachmentValues(params, language) } : values,
  );
}

function errorKey({ keyword, params }: FieldError, field: FormField): string {
  const detail = params as Record<string, unknown>;
  switch (keyword) {
    case 'required':
      return `error.required.${requiredVerb[field.kind] ?? 'enter'}`;
    case 'type':
      return `error.type.${typeKeys.has(String(detail.type)) ? String(detail.type) : 'other'}`;
    case 'format':
      return `error.format.${String(detail.format)}`;
    case 'attachment':
      return `error.attachment.${String(detail.reason)}`;
    case 'const':
      return detail.allowedValue === true ? 'error.const.true' : 'error.const.other';
    default:
      return plainKeywords.has(keyword) ? `error.${keyword}` : 'error.other';
  }
}

const requiredVerb: Partial<Record<FieldKind, string>> = {
  boolean: 'choose',
  choice: 'choose',
  multipleChoice: 'choose',
  classifier: 'choose',
  multipleClassifier: 'choose',
  person: 'choose',
  institution: 'choose',
  attachment: 'attach',
  attachments: 'attach',
  repeatedGroup: 'add',
  table: 'add',
  group: 'group',
};

const typeKeys = new Set(['number', 'integer']);

const plainKeywords = new Set([
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'enum',
  'minItems',
  'maxItems',
  'uniqueItems',
  'additionalProperties',
  'classifier',
  'person',
  'institution',
]);

function attachmentValues(params: Record<string, unknown>, language: Language): Record<string, unknown> {
  return {
    types: typeNames(params.accept as string[] | undefined),
    size: typeof params.maxSize === 'number' ? sizeText(params.maxSize, language) : '',
  };
}

function shownValue(value: Json | undefined): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = formatDate(String(value));
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { CompiledForm, FormField } from './compiled-form.ts';
import { fieldAt } from './field-path.ts';
import type { RawError } from './form-validator.ts';
import { escapeSegment } from './pointer.ts';

/** Turns AJV's errors into the form's: one per field and keyword, at the field whose fault it is. */
export function toFieldErrors(form: CompiledForm, raw: readonly RawError[]): FieldError[] {
  const errors = raw
    .filter(({ keyword }) => keyword !== 'if')
    .map((error) => referenceError(form, error) ?? plainError(error));
  const wrongType = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ path }) => path));
  const seen = new Set<string>();
  return errors.filter(({ path, keyword }) => {
    const id = `${keyword} ${path}`;
    if (seen.has(id) || (keyword !== 'type' && wrongType.has(path))) return false;
    seen.add(id);
    return true;
  });
}

function plainError({ instancePath, keyword, params }: RawError): FieldError {
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return {
        path: `${instancePath}/${escapeSegment(String(params.missingProperty))}`,
        keyword: 'required',
        params: {},
      };
    case 'additionalProperties':
      return { path: `${instancePath}/${escapeSegment(String(params.additionalProperty))}`, keyword, params: {} };
    case 'enum':
      return { path: instancePath, keyword, params: {} };
    default:
      return { path: instancePath, keyword, params: keptParams(params) };
  }
}

function keptParams({ comparison: _, ...params }: Record<string, unknown>): Record<string, unknown> {
  return params;
}

const references: ReadonlySet<string> = new Set(['person', 'institution', 'attachment']);

/** Whatever is wrong inside a reference is one fault of its field. */
function referenceError(form: CompiledForm, error: RawError): FieldError | undefined {
  for (let path = error.instancePath; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const field = fieldAt(form, path);
    if (field && references.has(field.kind))
      return { path, keyword: field.kind, params: referenceParams(field, error) };
    const list = fieldAt(form, path.slice(0, path.lastIndexOf('/')));
    if (list?.kind === 'attachments') return { path, keyword: 'attachment', params: referenceParams(list, error) };
  }
  return undefined;
}

function referenceParams(field: FormField, error: RawError): Record<string, unknown> {
  const binding = field.schema['x-attachment'] ?? field.schema.items?.['x-attachment'];
  if (!binding) return {};
  const part = error.instancePath.split('/').at(-1);
  return { ...binding, reason: part === 'mediaType' || part === 'size' ? part : 'reference' };
}

/** Sorts errors into the order in which the form shows their fields, row by row. */
export function sortErrors(form: CompiledForm, errors: readonly FieldError[]): FieldError[] {
  const keyed = errors.map((error) => ({ error, key: orderKey(form, error.path) }));
  keyed.sort((left, right) => compareKeys(left.key, right.key));
  return keyed.map(({ error }) => error);
}

function orderKey(form: CompiledForm, path: string): number[] {
  const key: number[] = [];
  const segments = path.split('/').slice(1);
  segments.forEach((segment, position) => {
    if (!/^\d+$/.test(segment)) return;
    key.push(indexAt(form, segments.slice(0, position)), Number(segment));
  });
  key.push(indexAt(form, segments));
  return key;
}

function indexAt(form: CompiledForm, segments: readonly string[]): number {
  return fieldAt(form, `/${segments.join('/')}`)?.index ?? Number.MAX_SAFE_INTEGER;
}

function compareKeys(left: readonly number[], right: readonly number[]): number {
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    if (left[index] !== right[index]) return left[index]! - right[index]!;
  }
  return left.length - right.length;
}

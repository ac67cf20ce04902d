import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { ErrorObject } from 'ajv';

// Keywords that only repeat what the errors below them say.
const composed = new Set(['if', 'anyOf', 'oneOf', 'allOf', '$ref']);

/** AJV's errors as field errors; a missing or unknown property is reported at its own path. */
export function toFieldErrors(errors: readonly ErrorObject[]): FieldError[] {
  const plain = errors.filter(({ keyword }) => !composed.has(keyword));
  return (plain.length > 0 ? plain : errors).map(toFieldError);
}

function toFieldError({ instancePath, keyword, params }: ErrorObject): FieldError {
  const given = params as Record<string, unknown>;
  const property = given['missingProperty'] ?? given['additionalProperty'];
  const path = typeof property === 'string' ? `${instancePath}/${escapePointer(property)}` : instancePath;
  return { path, keyword, params: given };
}

function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

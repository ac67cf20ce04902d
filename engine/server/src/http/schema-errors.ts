import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { ErrorObject } from 'ajv';

// Keywords that only repeat what the errors below them say.
const composed = new Set(['if', 'anyOf', 'oneOf', 'allOf', '$ref']);

// A body with more faults than anybody reads must not become an answer larger than itself.
const MAX_ERRORS = 200;

/** AJV's errors as field errors, the first of them; a missing or unknown property is reported at its own path. */
export function toFieldErrors(errors: readonly ErrorObject[]): FieldError[] {
  const plain = errors.filter(({ keyword }) => !composed.has(keyword));
  return (plain.length > 0 ? plain : errors).slice(0, MAX_ERRORS).map(toFieldError);
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

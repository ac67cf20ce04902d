import type { FieldError } from '@esocial/contracts/generated/field-error.ts';

/**
 * A failure that the caller is told about. `code` is stable and selects the translated text; `message` is for
 * engineers, names the offending value and never holds personal data.
 */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: string, status: number, message: string, details?: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

export class BadRequestError extends AppError {
  constructor(code: string, message: string, details?: Readonly<Record<string, unknown>>) {
    super(code, 400, message, details);
  }
}

export class UnauthenticatedError extends AppError {
  constructor(message = 'Nobody is signed in') {
    super('not_signed_in', 401, message);
  }
}

export class ForbiddenError extends AppError {
  constructor(message: string, code = 'forbidden', details?: Readonly<Record<string, unknown>>) {
    super(code, 403, message, details);
  }
}

export class NotFoundError extends AppError {
  constructor(what: string, id: string) {
    super('not_found', 404, `There is no ${what} ${id}`);
  }
}

export class ConflictError extends AppError {
  constructor(code: string, message: string, details?: Readonly<Record<string, unknown>>) {
    super(code, 409, message, details);
  }
}

/** The `If-Match` of the request names a version that is no longer the newest. */
export class PreconditionFailedError extends AppError {
  constructor(message: string, details?: Readonly<Record<string, unknown>>) {
    super('stale_version', 412, message, details);
  }
}

export class PayloadTooLargeError extends AppError {
  constructor(message: string, details?: Readonly<Record<string, unknown>>) {
    super('payload_too_large', 413, message, details);
  }
}

export class UnsupportedMediaTypeError extends AppError {
  constructor(message: string, details?: Readonly<Record<string, unknown>>) {
    super('unsupported_media_type', 415, message, details);
  }
}

/** The data of a form or of an API body breaks its schema; `errors` say where. */
export class ValidationError extends AppError {
  readonly errors: readonly FieldError[];

  constructor(errors: readonly FieldError[], code = 'validation_failed') {
    super(code, 422, `${errors.length} field(s) are not valid: ${errors.map((error) => error.path).join(', ')}`);
    this.errors = errors;
  }
}

export class PreconditionRequiredError extends AppError {
  constructor(message = 'This change needs the header If-Match') {
    super('if_match_required', 428, message);
  }
}

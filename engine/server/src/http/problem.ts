import type { Problem } from '@esocial/contracts/generated/problem.ts';
import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Language } from '../access/actor.ts';
import {
  AppError,
  BadRequestError,
  PayloadTooLargeError,
  UnsupportedMediaTypeError,
  ValidationError,
} from '../errors/app-error.ts';
import { describeCause } from '../errors/describe-cause.ts';
import { currentTraceId } from '../ids/request-context.ts';
import { chooseLanguage } from './language.ts';
import { translateProblem } from './messages.ts';

const CANNOT_CONNECT = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
  'ECONNREFUSED',
  'ENOENT',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
]);
const TOO_LARGE = 'entity.too.large';
const UNREADABLE = new Set([
  'entity.parse.failed',
  'encoding.unsupported',
  'charset.unsupported',
  'entity.verify.failed',
  'request.size.invalid',
  'request.aborted',
  'parameters.too.many',
]);

/** Turns anything thrown into an AppError: what we do not know becomes `internal_error`, its cause kept for the log. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { type, code, message } = (error ?? {}) as { type?: string; code?: string; message?: string };
  if (type === TOO_LARGE) return new PayloadTooLargeError('The body is larger than allowed');
  if (type && UNREADABLE.has(type)) return new BadRequestError('malformed_body', 'The body cannot be read');
  if (error instanceof URIError) return new BadRequestError('malformed_address', 'The address cannot be read');
  if (code === 'unsupported_media_type') return new UnsupportedMediaTypeError(message ?? '');
  if (isUnavailable(error)) {
    return new AppError('temporarily_unavailable', 503, 'The database does not answer', { retryAfterSeconds: 2 });
  }
  return new AppError('internal_error', 500, 'Unexpected failure');
}

// By their messages, because pg and its pool give these no code: a connection that broke, and none free in time.
const NO_CONNECTION = /^(Connection terminated|timeout exceeded when trying to connect|timeout expired)/;

function isUnavailable(error: unknown): boolean {
  const { code, name, message, parent } = (error ?? {}) as {
    code?: string;
    name?: string;
    message?: string;
    parent?: unknown;
  };
  if (code && CANNOT_CONNECT.has(code)) return true;
  if (name?.startsWith('SequelizeConnection') || NO_CONNECTION.test(message ?? '')) return true;
  return parent !== undefined && parent !== error && isUnavailable(parent);
}

/** The body of application/problem+json, in the reader's language. */
export function toProblem(error: AppError, language: Language, traceId: string): Problem {
  const { title, detail } = translateProblem(error.code, error.status, language, error.details ?? {});
  return {
    type: `https://esocial.gov.md/problems/${error.code.replaceAll('_', '-')}`,
    title,
    status: error.status,
    ...(detail !== undefined && { detail }),
    code: error.code,
    traceId,
    ...(error instanceof ValidationError && { errors: [...error.errors] }),
    ...(error.details && { details: error.details }),
  };
}

/** The last handler: answers every failure, and logs those that are ours. */
export function createProblemHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const appError = toAppError(error);
    const traceId = currentTraceId() ?? '';
    if (appError.status >= 500)
      logger.error({ traceId, code: appError.code, ...describeCause(error) }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const language =
      (response.locals['language'] as Language | undefined) ?? chooseLanguage(request.get('accept-language'));
    if (appError.status === 503) response.set('Retry-After', '2');
    response
      .status(appError.status)
      .set('Cache-Control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(toProblem(appError, language, traceId)));
  };
}

import { AppError, ValidationError } from '../errors/app-error.ts';
import { toAppError, toProblem } from './problem.ts';

describe('toAppError', () => {
  it.each([
    [{ type: 'entity.too.large' }, 413, 'payload_too_large'],
    [{ type: 'entity.parse.failed' }, 400, 'malformed_body'],
    [new URIError('x'), 400, 'malformed_address'],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 503, 'temporarily_unavailable'],
    [Object.assign(new Error('x'), { code: '57P01' }), 503, 'temporarily_unavailable'],
    [new Error('Connection terminated unexpectedly'), 503, 'temporarily_unavailable'],
    [new Error('timeout exceeded when trying to connect'), 503, 'temporarily_unavailable'],
    [{ name: 'SequelizeConnectionAcquireTimeoutError' }, 503, 'temporarily_unavailable'],
    [{ name: 'SequelizeDatabaseError', parent: { code: '57P01' } }, 503, 'temporarily_unavailable'],
    [{ name: 'SequelizeDatabaseError', parent: { code: '42601' } }, 500, 'internal_error'],
    [new TypeError('x is not a function'), 500, 'internal_error'],
    ['a text', 500, 'internal_error'],
    [undefined, 500, 'internal_error'],
  ])('%p: %d %s', (thrown, status, code) => {
    // then
    expect(toAppError(thrown)).toMatchObject({ status, code });
  });

  it('keeps what is already one', () => {
    // given
    const error = new AppError('x', 409, 'y');

    // then
    expect(toAppError(error)).toBe(error);
  });

  it('tells nothing of an unknown error', () => {
    // when
    const problem = toProblem(toAppError(new Error('password=secret')), 'en', 'trace');

    // then
    expect(JSON.stringify(problem)).not.toContain('secret');
  });
});

describe('toProblem', () => {
  it('lists the fields at fault', () => {
    // given
    const errors = [{ path: '/child', keyword: 'required', params: {} }];

    // then
    expect(toProblem(new ValidationError(errors), 'ro', 'trace')).toEqual({
      type: 'https://esocial.gov.md/problems/validation-failed',
      title: 'Datele nu sunt corecte',
      status: 422,
      detail: 'Corectați câmpurile indicate și trimiteți din nou.',
      code: 'validation_failed',
      traceId: 'trace',
      errors,
    });
  });
});

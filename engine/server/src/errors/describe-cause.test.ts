import { NotFoundError } from './app-error.ts';
import { describeCause, nameFailure } from './describe-cause.ts';
import { thrownBy } from './testing/thrown-by.ts';

const idnp = '2000000000007';
const taken = Object.assign(new Error(`Key (idnp)=(${idnp}) already exists`), { code: '23505', table: 'persons' });

/** Errors as the platform, drivers and libraries throw them about a value. */
const quoting: unknown[] = [
  taken,
  thrownBy(() => JSON.parse(`{"idnp": ${idnp}x}`)),
  thrownBy(() => BigInt(`${idnp}x`)),
  thrownBy(() => new Intl.DateTimeFormat('ro', { timeZone: idnp })),
  new Error(`no such person\n    at ${idnp}`),
  idnp,
];

describe('describeCause', () => {
  it('says what failed and where', () => {
    // when
    const cause = describeCause(new TypeError('x is not a function'));

    // then
    expect(cause).toMatchObject({ cause: 'TypeError' });
    expect(cause['stack']).toEqual(expect.arrayContaining([expect.stringMatching(/describe-cause\.test/)]));
  });

  it('gives the message of our own errors, which quote no data', () => {
    // then
    expect(describeCause(new NotFoundError('task', '7'))).toMatchObject({ message: 'There is no task 7' });
  });

  it.each(quoting)('leaves out what %p quotes', (error) => {
    // then
    expect(JSON.stringify(describeCause(error))).not.toContain(idnp);
    expect(nameFailure(error)).not.toContain(idnp);
  });

  it('keeps the code and the table of a driver’s error', () => {
    // then
    expect(describeCause(taken)).toMatchObject({ causeCode: '23505', table: 'persons' });
  });

  it('says little of what is no error', () => {
    // then
    expect(describeCause('a text')).toEqual({ cause: 'string' });
  });
});

describe('nameFailure', () => {
  it.each([
    [new NotFoundError('task', '7'), 'There is no task 7'],
    [taken, 'Error 23505 persons'],
    [new TypeError('x is not a function'), 'TypeError'],
    ['a text', 'string'],
  ])('of %p is %s', (error, name) => {
    // then
    expect(nameFailure(error)).toBe(name);
  });
});

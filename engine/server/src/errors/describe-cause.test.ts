import { describeCause } from './describe-cause.ts';

describe('describeCause', () => {
  it('says what failed and where', () => {
    // when
    const cause = describeCause(new TypeError('x is not a function'));

    // then
    expect(cause).toMatchObject({ cause: 'TypeError', message: 'x is not a function' });
    expect(cause['stack']).toEqual(expect.arrayContaining([expect.stringMatching(/describe-cause\.test/)]));
  });

  it('leaves out a driver’s message, which may quote a value', () => {
    // given
    const error = Object.assign(new Error('Key (idnp)=(2000000000007) already exists'), {
      code: '23505',
      table: 'persons',
    });

    // then
    expect(JSON.stringify(describeCause(error))).not.toContain('2000000000007');
    expect(describeCause(error)).toMatchObject({ causeCode: '23505', table: 'persons' });
  });

  it('says little of what is no error', () => {
    // then
    expect(describeCause('a text')).toEqual({ cause: 'string' });
  });
});

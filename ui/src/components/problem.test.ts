import { problemOf, problemTexts } from './problem.ts';

describe('a failed request', () => {
  it('is a network problem when nothing answered', () => {
    expect(problemOf(new TypeError('Failed to fetch'))).toEqual({ status: 0, code: 'network' });
  });

  it('is what the server said', () => {
    // given
    const error = Object.assign(new Error('no'), { problem: { status: 403, code: 'forbidden' } });
    // then
    expect(problemOf(error).code).toBe('forbidden');
  });

  it.each([
    [0, 'problem.network'],
    [403, 'problem.forbidden'],
    [404, 'problem.notFound'],
    [412, 'problem.stale'],
    [429, 'problem.tooMany'],
    [500, 'problem.title'],
  ])('of status %i has the title %s', (status, title) => {
    expect(problemTexts({ status, code: 'x' }).title).toBe(title);
  });
});

import { ApiError } from './problem.ts';
import { shouldRetry } from './query-client.ts';

const problem = (status: number) => new ApiError({ type: '', title: '', status, code: 'x', traceId: '' });

describe('a failed query', () => {
  it.each([
    [problem(403), 0, false],
    [problem(404), 0, false],
    [problem(503), 0, true],
    [problem(503), 2, false],
    [new TypeError('Failed to fetch'), 1, true],
  ])('%s after %i failures is tried again: %s', (error, failures, again) => {
    expect(shouldRetry(failures, error)).toBe(again);
  });
});

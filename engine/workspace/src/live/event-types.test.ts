import { parseLiveEvent } from './event-types.ts';
import { staleKeys } from './stale-keys.ts';

describe('events of the server', () => {
  it('are read by their type', () => {
    expect(parseLiveEvent('{"type":"case.changed","caseId":"c1","institutionId":"i1"}')?.type).toBe('case.changed');
  });

  it.each(['{', '{}', '{"type":"weather.changed"}', '"x"'])('of no known shape are passed over: %s', (text) => {
    expect(parseLiveEvent(text)).toBeUndefined();
  });

  it('make the counters stale when tasks change, and never the list itself', () => {
    // when
    const keys = staleKeys({
      type: 'tasks.changed',
      taskIds: ['t'],
      queueIds: [],
      assigneeIds: [],
      institutionIds: [],
      caseId: 'c1',
    });
    // then
    expect(keys).toContainEqual(['tasks', 'counters']);
    expect(keys).toContainEqual(['cases', 'c1']);
    expect(keys).not.toContainEqual(['tasks', 'list']);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('intermediate-catch-event.bpmn');
const variables = { start: '2026-01-06T10:00:00+02:00', days: 10, caseId: 'c-1' };

describe('an intermediate catch event', () => {
  it('waits for a date, a duration, then a message', async () => {
    // given
    const story = await buildStory(bpmn, { variables });
    expect([...story.simulation.open.timers.values()][0]?.dueAt).toBe('2026-01-06T08:00:00.000Z');

    // when
    story.advanceTime('P1D');

    // then
    expect([...story.simulation.open.timers.values()][0]?.dueAt).toBe('2026-01-16T08:00:00.000Z');

    // when
    story.advanceTime('P10D');
    story.message('paper', { number: 7, noise: 1 });

    // then
    expect(story.variables()).toEqual({ ...variables, paperNumber: 7 });
    expect(story.status()).toBe('completed');
  });

  it.each([['soon'], [null], [7]])('is an incident when its date is %j', async (start) => {
    const story = await buildStory(bpmn, { variables: { ...variables, start } });
    expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at Date']);
  });
});

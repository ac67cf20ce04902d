import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../features', name), 'utf8');
const variables = { caseId: 'c-1', visits: ['P1D', 'P2D', 'P3D'] };

describe('events in repeated sub-processes', () => {
  it('belong to their round: each reminds at its own time', async () => {
    // given
    const story = await buildStory(read('nested-events.bpmn'), { variables });
    expect(story.tasks()).toEqual(['Visit', 'Visit', 'Visit']);
    expect([...story.simulation.open.timers.values()].map((timer) => timer.dueAt.slice(0, 10))).toEqual([
      '2026-01-06',
      '2026-01-07',
      '2026-01-08',
    ]);

    // when
    story.advanceTime('P2D');

    // then
    expect(story.tasks().filter((id) => id === 'Remind')).toHaveLength(2);
  });

  it('are closed with their round, which waits for what they began', async () => {
    // given
    const story = await buildStory(read('nested-events.bpmn'), { variables: { ...variables, visits: ['P1D', 'P9D'] } });
    story.advanceTime('P1D');

    // when
    story.complete('Visit');
    story.complete('Visit');

    // then
    expect(story.tasks()).toEqual(['Remind']);
    expect(story.simulation.open.timers.size).toBe(0);

    // when
    story.complete('Remind');

    // then
    expect(story.status()).toBe('completed');
  });

  it('end together by the boundary event of the whole', async () => {
    // given
    const story = await buildStory(read('nested-events.bpmn'), { variables });
    story.advanceTime('P1D');

    // when
    story.message('stop');

    // then
    expect(story.status()).toBe('completed');
    const { tasks, timers, subscriptions } = story.simulation.open;
    expect([tasks.size, timers.size, subscriptions.size]).toEqual([0, 0, 0]);
  });

  it('are one incident of the round whose timer cannot be read', async () => {
    const story = await buildStory(read('nested-events.bpmn'), {
      variables: { ...variables, visits: ['P1D', 'soon'] },
    });
    expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at Each']);
    expect(story.tasks()).toEqual(['Visit']);
  });
});

describe('a join in a loop', () => {
  it('counts the tokens of each turn anew', async () => {
    // given
    const story = await buildStory(read('loop-join.bpmn'), { variables: { rounds: 1 } });

    // when
    story.complete('A');
    story.complete('B');

    // then
    expect(story.tasks()).toEqual(['A', 'B']);

    // when
    story.setVariables({ rounds: 2 });
    story.complete('B');
    story.complete('A');

    // then
    expect(story.status()).toBe('completed');
    expect(story.path().filter((id) => id === 'Join')).toHaveLength(2);
  });
});

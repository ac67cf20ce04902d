import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

describe('a parallel gateway', () => {
  it('forks to every flow and joins when each has brought its token', async () => {
    // given
    const story = await buildStory(read('parallel-gateway.bpmn'));
    expect(story.tasks()).toEqual(['A', 'B']);

    // when
    story.complete('B');

    // then
    expect(story.tasks()).toEqual(['A']);
    expect(story.status()).toBe('active');

    // when
    story.complete('A');

    // then
    expect(story.path().slice(-2)).toEqual(['Join', 'End']);
    expect(story.status()).toBe('completed');
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

describe('an intermediate throw event', () => {
  it('marks a milestone and throws its message as a job', async () => {
    // given
    const story = await buildStory(read('intermediate-throw-event.bpmn'));
    expect(story.path()).toEqual(['Start', 'Milestone', 'Tell']);

    // when
    story.job('tell', { told: true });

    // then
    expect(story.variables()).toEqual({ told: true });
    expect(story.status()).toBe('completed');
  });
});

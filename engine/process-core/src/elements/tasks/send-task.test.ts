import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

describe('a send task', () => {
  it('is a job, as on Zeebe', async () => {
    // given
    const story = await buildStory(read('send-task.bpmn'));
    expect(story.jobs()).toEqual(['send-letter']);

    // when
    story.job('send-letter', { sent: true });

    // then
    expect(story.variables()).toEqual({ sent: true });
    expect(story.status()).toBe('completed');
  });
});

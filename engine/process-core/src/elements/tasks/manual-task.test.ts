import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

describe('a manual task', () => {
  it('is passed at once, as is an undefined task', async () => {
    // when
    const story = await buildStory(read('manual-task.bpmn'));

    // then
    expect(story.path()).toEqual(['Start', 'Archive', 'Think', 'End']);
    expect(story.status()).toBe('completed');
  });
});

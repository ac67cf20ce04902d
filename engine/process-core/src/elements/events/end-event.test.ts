import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

describe('an end event', () => {
  it('ends quietly', async () => {
    const story = await buildStory(read('end-event.bpmn'), { variables: { how: 'quiet' } });
    expect(story.status()).toBe('completed');
  });

  it('throws its message as a job', async () => {
    const story = await buildStory(read('end-event.bpmn'), { variables: { how: 'tell' } });
    expect(story.status()).toBe('active');
    story.job('tell');
    expect(story.status()).toBe('completed');
  });

  it('is an incident when nobody catches the error it throws', async () => {
    const story = await buildStory(read('end-event.bpmn'), { variables: { how: 'fail' } });
    expect(story.incidents()).toEqual(['UNHANDLED_ERROR_EVENT at Fail']);
  });

  it('ends all else in its scope when it terminates', async () => {
    // given
    const story = await buildStory(read('terminate-end.bpmn'));

    // when
    story.complete('Stop');

    // then
    expect(story.tasks()).toEqual([]);
    expect(story.effectTypes()).toContain('userTaskWithdrawn');
    expect(story.status()).toBe('completed');
  });
});

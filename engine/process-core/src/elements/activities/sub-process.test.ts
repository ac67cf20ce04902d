import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('sub-process.bpmn');

describe('a sub-process', () => {
  it('has variables of its own and passes on what its output mappings name', async () => {
    // given
    const story = await buildStory(bpmn);

    // when
    story.complete('InnerTask', { value: 41 });

    // then
    expect(story.variables()).toEqual({ result: 42 });
    expect(story.path()).toEqual(['Start', 'Inner', 'InnerStart', 'InnerTask', 'InnerEnd', 'End']);
  });

  it('is ended with all in it by its boundary event', async () => {
    // given
    const story = await buildStory(bpmn);

    // when
    story.advanceTime('PT1H');

    // then
    expect(story.tasks()).toEqual([]);
    expect(story.effectTypes()).toContain('userTaskWithdrawn');
    expect(story.path().slice(-2)).toEqual(['Late', 'LateEnd']);
    expect(story.status()).toBe('completed');
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

describe('a script task', () => {
  it('computes in decimals and creates a job when it has no expression', async () => {
    // when
    const story = await buildStory(read('script-task.bpmn'), { variables: { price: 0.1 } });

    // then
    expect(story.variables()).toEqual({ price: 0.1, total: 0.3 });
    expect(story.jobs()).toEqual(['script']);
  });

  it('becomes an incident, not a hang, when its expression costs too much', async () => {
    // given
    const costly = 'for i in 1..1000000 return for j in 1..1000000 return i * j';

    // when
    const story = await buildStory(read('script-task.bpmn').replace('price + 0.2', costly));

    // then
    expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at Add']);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('exclusive-gateway.bpmn');

describe('an exclusive gateway', () => {
  it.each([
    [101, ['High']],
    [100, ['Low']],
    [-1, []],
  ])('takes the first flow that holds, else the default: %d', async (amount, tasks) => {
    const story = await buildStory(bpmn, { variables: { amount } });
    expect(story.tasks()).toEqual(tasks);
  });

  it('is an incident when a condition is not boolean, and decides anew when it is resolved', async () => {
    // given
    const story = await buildStory(bpmn, { variables: { amount: 'a lot' } });
    expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at Strict']);

    // when
    story.setVariables({ amount: 5 });
    story.resolveIncident('Strict');

    // then
    expect(story.tasks()).toEqual(['Low']);
  });

  it('is an incident when no condition holds and there is no default', async () => {
    const story = await buildStory(bpmn.replace('=amount &lt; 0', '=false'), { variables: { amount: -1 } });
    expect(story.incidents()).toEqual(['CONDITION_ERROR at Strict']);
    expect([...story.simulation.open.incidents.values()][0]?.message).toContain('"Strict"');
  });
});

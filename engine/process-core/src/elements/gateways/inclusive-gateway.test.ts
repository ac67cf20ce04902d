import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('inclusive-gateway.bpmn');

describe('an inclusive gateway', () => {
  it.each([
    [true, true, ['A', 'B']],
    [true, false, ['A']],
    [false, true, ['B']],
    [false, false, ['C']],
  ])('takes every flow that holds, else the default: a %s, b %s', async (a, b, tasks) => {
    const story = await buildStory(bpmn, { variables: { a, b } });
    expect(story.tasks()).toEqual(tasks);
  });

  it('joins once for all tokens that were sent, and waits for none that was not', async () => {
    // given
    const story = await buildStory(bpmn, { variables: { a: true, b: true } });

    // when
    story.complete('B');
    story.complete('A');

    // then
    expect(story.tasks()).toEqual(['A2']);

    // when
    story.complete('A2');

    // then
    expect(story.tasks()).toEqual(['After']);
    story.complete('After');
    expect(story.status()).toBe('completed');
    expect(story.path().filter((id) => id === 'Join')).toHaveLength(1);
  });

  it('joins at once a single token', async () => {
    const story = await buildStory(bpmn, { variables: { a: false, b: false } });
    story.complete('C');
    expect(story.tasks()).toEqual(['After']);
  });

  it('is an incident when a condition is not boolean', async () => {
    const story = await buildStory(bpmn, { variables: { a: true } });
    expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at Fork']);
  });
});

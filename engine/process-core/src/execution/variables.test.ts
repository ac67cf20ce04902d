import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../testing/build-story.ts';
import type { Variables } from '../types.ts';
import { assignPath } from './variables.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../features', name), 'utf8');

describe('variable scopes', () => {
  it('let an inner mapping see the ones before it and the scopes around', async () => {
    // when
    const story = await buildStory(read('scopes.bpmn'), { variables: { outer: 1 } });

    // then
    expect([...story.simulation.open.jobs.values()][0]?.variables).toEqual({ outer: 1, local: 2, next: 3, own: 3 });
  });

  it('take a result to the nearest scope that knows its name, else to the process', async () => {
    // given
    const story = await buildStory(read('scopes.bpmn'), { variables: { outer: 1 } });

    // when
    story.job('work', { own: 'dropped with the task', local: 'kept in the sub-process', outer: 'set', fresh: 'new' });

    // then
    expect(story.variables()).toEqual({ outer: 'set', fresh: 'new' });
    expect([...story.simulation.open.jobs.values()][0]?.variables).toEqual({
      outer: 'set',
      fresh: 'new',
      local: 'kept in the sub-process',
      next: 3,
    });

    // when
    story.job('last');

    // then
    expect(story.variables()).toEqual({ outer: 'set', fresh: 'new', fromInner: 'kept in the sub-process' });
  });

  it('end with their element: nothing of them stays in the state', async () => {
    // given
    const story = await buildStory(read('scopes.bpmn'), { variables: { outer: 1 } });
    story.job('work');
    story.job('last');

    // when
    const state = story.simulation.instances.get(story.instanceId)?.state;

    // then
    expect(state?.elements).toEqual({});
    expect(Object.keys(state?.variables ?? {})).toEqual([story.instanceId]);
  });

  it('raise an incident instead of taking more than 1 MB', async () => {
    // given
    const story = await buildStory(read('scopes.bpmn').replace('"=local"', '"=outer"'), { variables: { outer: 1 } });
    story.job('work');
    const half = 'x'.repeat(600_000);
    story.setVariables({ outer: [half] });

    // when
    const enlarge = () => story.setVariables({ outer: [half, half] });

    // then
    expect(enlarge).toThrow('more than 1 MB');
    story.job('last');
    expect(story.status()).toBe('completed');
  });
});

describe('assigning a path', () => {
  it.each<[Variables, string[], Variables]>([
    [{}, ['a'], { a: 1 }],
    [{ b: 2 }, ['a', 'b'], { b: 2, a: { b: 1 } }],
    [{ a: { c: 3 } }, ['a', 'b'], { a: { c: 3, b: 1 } }],
    [{ a: 'text' }, ['a', 'b'], { a: { b: 1 } }],
    [{ a: null }, ['a', 'b', 'c'], { a: { b: { c: 1 } } }],
  ])('%j at %j gives %j', (base, target, expected) => {
    const before = structuredClone(base);
    expect(assignPath(base, target, 1)).toEqual(expected);
    expect(base).toEqual(before);
  });
});

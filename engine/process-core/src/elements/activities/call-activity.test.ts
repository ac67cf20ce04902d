import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('call-activity.bpmn');

describe('a call activity', () => {
  it('runs another process and passes variables as its flags and mappings say', async () => {
    // given
    const story = await buildStory(bpmn, { variables: { secret: 's' } });
    const calls = () =>
      story.simulation.log.flatMap(({ effect }) => (effect.type === 'instanceCalled' ? [effect] : []));
    expect(calls()[0]).toMatchObject({ processId: 'child', variables: { secret: 's' } });

    // when
    story.complete('Ask', { answer: 1 });

    // then
    expect(story.variables()).toEqual({ secret: 's', answer: 1 });
    expect(calls()[1]).toMatchObject({ processId: 'child', variables: { given: 's' } });

    // when
    story.complete('Ask', { answer: 2 });

    // then
    expect(story.variables()).toEqual({ secret: 's', answer: 1, mapped: 2 });

    // when
    story.complete('Ask', { answer: 3 });

    // then
    expect(story.variables()).toEqual({ secret: 's', answer: 1, mapped: 2 });
    expect(story.status()).toBe('completed');
  });

  it('cancels the called instance when it is terminated', async () => {
    // given
    const story = await buildStory(bpmn);

    // when
    story.simulation.send(story.instanceId, { type: 'cancel' });

    // then
    expect([...story.simulation.instances.values()].map((one) => one.state.status)).toEqual([
      'terminated',
      'terminated',
    ]);
    expect(story.tasks()).toEqual([]);
  });

  it('is an incident when the process id is no text', async () => {
    // when
    const story = await buildStory(bpmn.replace('processId="child"', 'processId="=missing"'));

    // then
    expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at Call']);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../features', name), 'utf8');

describe('what the driver cannot do for an element', () => {
  it('is an incident of the call activity, which calls anew when it is resolved', async () => {
    // given
    const story = await buildStory(read('call-activity.bpmn'));
    const calls = () =>
      story.simulation.log.flatMap(({ effect }) => (effect.type === 'instanceCalled' ? [effect] : []));
    const elementInstanceId = calls()[0]?.elementInstanceId ?? '';

    // when
    story.simulation.send(story.instanceId, {
      ...{ type: 'failActivation', elementInstanceId, kind: 'CALLED_ELEMENT_ERROR', message: 'no such process' },
    });

    // then
    expect(story.incidents()).toEqual(['CALLED_ELEMENT_ERROR at Call']);

    // when
    story.resolveIncident('Call');

    // then
    expect(story.incidents()).toEqual([]);
    expect(calls()).toHaveLength(2);
    expect(calls()[1]).toMatchObject({ elementInstanceId });
    expect(new Set(calls().map(({ childInstanceId }) => childInstanceId)).size).toBe(2);
  });

  it('withdraws the user task, and creates it anew', async () => {
    // given
    const story = await buildStory(read('user-task.bpmn'));
    const [task] = [...story.simulation.open.tasks.values()];

    // when
    story.simulation.send(story.instanceId, {
      type: 'failActivation',
      elementInstanceId: task?.elementInstanceId ?? '',
      kind: 'FORM_NOT_FOUND',
      message: 'no such form',
    });

    // then
    expect(story.tasks()).not.toContain(task?.elementId);
    expect(story.incidents()).toEqual([`FORM_NOT_FOUND at ${task?.elementId}`]);

    // when
    story.resolveIncident(task?.elementId ?? '');

    // then
    expect(story.tasks()).toContain(task?.elementId);
  });

  it('is refused for an element that asks for nothing', async () => {
    // given
    const story = await buildStory(read('call-activity.bpmn'));

    // then
    expect(() =>
      story.simulation.send(story.instanceId, {
        type: 'failActivation',
        elementInstanceId: story.instanceId,
        kind: 'FORM_NOT_FOUND',
        message: '',
      }),
    ).toThrow('asks for nothing');
  });
});

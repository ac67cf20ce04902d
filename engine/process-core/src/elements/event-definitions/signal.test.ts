import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseBpmn } from '../../model/parse-bpmn.ts';
import { findModelFaults } from '../../model/validate-model.ts';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('signal.bpmn');
const variables = { topic: 'law' };

describe('a signal', () => {
  it('goes on from an event-based gateway, with what it brings, and closes what else was waited for', async () => {
    // given
    const story = await buildStory(bpmn, { variables });

    // when
    story.signal('go', { by: 'office' });

    // then
    expect(story.tasks()).toEqual(['Work']);
    expect(story.variables()).toEqual({ topic: 'law', by: 'office' });
    expect(story.simulation.open.timers.size).toBe(0);
  });

  it('starts an event sub-process as often as it comes, under a name that is computed once', async () => {
    // given
    const story = await buildStory(bpmn, { variables });
    const names = [...story.simulation.open.signals.values()].map(({ signalName }) => signalName);
    expect(names).toEqual(['news-law', 'go']);

    // when
    story.signal('news-law');
    story.signal('news-law');

    // then
    expect(story.path().filter((id) => id === 'PassOn')).toHaveLength(2);
    expect(story.tasks()).toEqual(['Work']);
  });

  it('interrupts by a boundary event', async () => {
    // given
    const story = await buildStory(bpmn, { variables });
    story.signal('go');

    // when
    story.signal('stop');

    // then
    expect(story.path().slice(-2)).toEqual(['Stop', 'Stopped']);
    expect(story.status()).toBe('completed');
    expect(story.simulation.open.signals.size).toBe(0);
  });

  it('is thrown with its input mappings only, and starts the processes that begin with it', async () => {
    // given
    const story = await buildStory(bpmn, { variables });
    story.signal('go');

    // when
    story.complete('Work');

    // then
    const thrown = story.simulation.log.flatMap(({ effect }) => (effect.type === 'signalThrown' ? [effect] : []));
    expect(thrown).toEqual([{ type: 'signalThrown', name: 'done', variables: { about: 'law' } }]);
    expect(story.tasks()).toEqual(['Announce']);
    const herald = [...story.simulation.instances.values()].find(({ model }) => model.id === 'herald');
    expect(herald?.state.variables[herald.instanceId]).toEqual({ about: 'law' });
  });

  it('reaches many that wait, even when one of them ends the others', async () => {
    // given
    const story = await buildStory(bpmn, { variables });
    story.simulation.start('signal', variables);

    // when
    story.signal('go');

    // then
    expect(story.tasks()).toEqual(['Work', 'Work']);
  });

  it('is refused once its subscription is closed', async () => {
    // given
    const story = await buildStory(bpmn, { variables });
    const [, subscriptionId = ''] = story.simulation.open.signals.keys();
    story.signal('go');

    // when
    const again = () =>
      story.simulation.send(story.instanceId, { type: 'triggerSignal', subscriptionId, variables: {} });

    // then
    expect(again).toThrow('is not open');
  });

  it('is refused at publishing, with each element named, where nobody carries signals', async () => {
    // when
    const faults = (await parseBpmn(bpmn)).flatMap((model) => findModelFaults(model));

    // then
    expect(faults.map(({ rule, elementId }) => `${rule} at ${elementId}`)).toEqual(
      ['Go', 'Stop', 'End', 'NewsStart', 'PassOn', 'Herald'].map((id) => `missing-capability at ${id}`),
    );
    expect(faults[0]?.message).toContain('"Go" waits for or throws a signal');
  });
});

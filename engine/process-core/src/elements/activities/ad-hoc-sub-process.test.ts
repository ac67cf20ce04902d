import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findAdHocActivities } from '../../ad-hoc-activities.ts';
import { parseBpmn } from '../../model/parse-bpmn.ts';
import { allCapabilities } from '../../model/rules/capability-rules.ts';
import { findModelFaults } from '../../model/validate-model.ts';
import type { Story } from '../../testing/build-story.ts';
import { buildStory } from '../../testing/build-story.ts';
import type { Json } from '../../types.ts';

const bpmn = readFileSync(path.join(__dirname, '../../features/ad-hoc-sub-process.bpmn'), 'utf8');
const begin = (planned: Json = [], xml = bpmn) => buildStory(xml, { variables: { planned } });
const waiting = bpmn.replace('id="Work"', 'id="Work" cancelRemainingInstances="false"');
const withoutCondition = bpmn.replace(/<bpmn:completionCondition[^]*<\/bpmn:completionCondition>/, '');

function outline(story: Story) {
  const instance = story.simulation.instances.get(story.instanceId);
  if (instance === undefined) throw new Error('no instance');
  return findAdHocActivities(instance.model, instance.state);
}

function activate(story: Story, ...elementIds: string[]): void {
  const [running] = outline(story);
  story.simulation.send(story.instanceId, {
    type: 'activateAdHoc',
    elementInstanceId: running?.elementInstanceId ?? 'none',
    elementIds,
  });
}

describe('an ad-hoc sub-process', () => {
  it('starts what its collection names, and waits when that is nothing', async () => {
    expect((await begin(['Visit', 'Letter'])).path()).toEqual(['Start', 'Work', 'Visit', 'Letter']);
    const idle = await begin([]);
    expect([idle.path(), idle.status()]).toEqual([['Start', 'Work'], 'active']);
    expect((await begin([], bpmn.replace('activeElementsCollection="=planned"', ''))).status()).toBe('active');
  });

  it('raises an incident when the collection is no list of its activities', async () => {
    for (const planned of ['Visit', [1], null, ['Report'], ['End'], ['__proto__']]) {
      expect((await begin(planned)).incidents()).toEqual(['EXTRACT_VALUE_ERROR at Work']);
    }
    const story = await begin(['Nowhere']);
    expect([...story.simulation.open.incidents.values()][0]?.message).toMatch(/"Work" cannot start Nowhere/);

    // when
    story.setVariables({ planned: ['Advice'] });
    story.resolveIncident('Work');

    // then
    expect(story.tasks()).toEqual(['Advice']);
  });

  it('lets a person start further activities, each as often as needed', async () => {
    // given
    const story = await begin(['Advice']);

    // when
    activate(story, 'Advice', 'Letter');
    activate(story, 'Advice');

    // then
    expect(story.tasks()).toEqual(['Advice', 'Advice', 'Advice']);
    expect(outline(story)).toMatchObject([
      {
        elementId: 'Work',
        name: 'What the case needs',
        activities: [
          { elementId: 'Visit', name: 'Visit', type: 'userTask', active: 0 },
          { elementId: 'Letter', type: 'serviceTask', active: 1 },
          { elementId: 'Advice', active: 3 },
        ],
      },
    ]);
  });

  it('refuses to start what it does not hold, what stands behind something, and one thing twice at once', async () => {
    const story = await begin();
    expect(() => activate(story, 'Report')).toThrow('"Report" cannot be started in "Work".');
    expect(() => activate(story, 'Visit', 'End')).toThrow('"End" cannot be started in "Work".');
    expect(() => activate(story, 'Visit', 'Visit')).toThrow('each once');
    expect(() => activate(story)).toThrow('each once');
    expect(story.tasks()).toEqual([]);
    expect(() =>
      story.simulation.send(story.instanceId, {
        type: 'activateAdHoc',
        elementInstanceId: story.instanceId,
        elementIds: ['Visit'],
      }),
    ).toThrow(`No ad-hoc sub-process is active under the id ${story.instanceId}.`);
  });

  it('ends when its condition holds at the end of a path, and ends what still runs in it', async () => {
    // given
    const story = await begin(['Visit', 'Advice']);
    story.complete('Visit');
    expect(story.tasks()).toEqual(['Advice', 'Report']);

    // when
    story.complete('Report', { done: true });

    // then
    expect(story.status()).toBe('completed');
    expect(story.effectTypes()).toContain('userTaskWithdrawn');
    expect(story.variables()).toMatchObject({ finished: true });
  });

  it('goes on while its condition does not hold, also when nothing runs in it', async () => {
    const story = await begin(['Advice']);
    story.complete('Advice');
    expect([story.tasks(), story.status()]).toEqual([[], 'active']);

    // when
    activate(story, 'Visit');
    story.complete('Visit');
    story.complete('Report', { done: true });

    // then
    expect(story.status()).toBe('completed');
  });

  it('waits for the rest when it does not cancel, and asks its condition again then', async () => {
    // given
    const story = await begin(['Visit', 'Advice'], waiting);
    story.complete('Visit');
    story.complete('Report', { done: true });
    expect([story.tasks(), story.status()]).toEqual([['Advice'], 'active']);

    // when
    story.complete('Advice');

    // then
    expect(story.status()).toBe('completed');
  });

  it('without a condition ends with the last activity', async () => {
    const story = await begin(['Advice', 'Letter'], withoutCondition);
    story.complete('Advice');
    expect(story.status()).toBe('active');
    story.job('letter');
    expect(story.status()).toBe('completed');
  });

  it('holds the activity back with an incident when its condition is no boolean', async () => {
    // given
    const story = await begin(['Visit']);
    story.complete('Visit');

    // when
    story.complete('Report', { done: 'perhaps' });

    // then
    expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at Report']);
    expect(story.status()).toBe('active');
  });

  it('is ended by its boundary events', async () => {
    const story = await begin(['Letter', 'Advice']);
    story.jobError('letter', 'BROKEN');
    expect(story.path()).toContain('BrokenEnd');
    expect([story.tasks(), story.status()]).toEqual([[], 'completed']);
  });

  it('has no outline while it is suspended or held by an incident', async () => {
    const held = await begin('none');
    expect(outline(held)).toEqual([]);
    const suspended = await begin();
    suspended.simulation.send(suspended.instanceId, { type: 'suspend' });
    expect(outline(suspended)).toEqual([]);
  });
});

describe('publishing an ad-hoc sub-process', () => {
  const faultsOf = async (xml: string) => {
    const [model] = await parseBpmn(xml);
    return model === undefined
      ? []
      : findModelFaults(model, allCapabilities).map(({ rule, elementId }) => [rule, elementId]);
  };

  it('accepts it where the driver carries it, and refuses it elsewhere by its name', async () => {
    expect(await faultsOf(bpmn)).toEqual([]);
    const [model] = await parseBpmn(bpmn);
    const faults = model === undefined ? [] : findModelFaults(model, []);
    expect(faults).toMatchObject([{ rule: 'missing-capability', elementId: 'Work' }]);
  });

  it('refuses start and end events in it, and one that holds nothing to start', async () => {
    const withEnds = bpmn.replace(
      '<bpmn:userTask id="Advice"',
      '<bpmn:startEvent id="S" /><bpmn:endEvent id="E" /><bpmn:userTask id="Advice"',
    );
    expect(await faultsOf(withEnds)).toEqual([
      ['ad-hoc-content', 'S'],
      ['ad-hoc-content', 'E'],
    ]);
    const empty = bpmn.replace(/<bpmn:userTask id="Visit"[^]*<bpmn:completionCondition/, '<bpmn:completionCondition');
    expect(await faultsOf(empty)).toEqual([['ad-hoc-empty', 'Work']]);
  });
});

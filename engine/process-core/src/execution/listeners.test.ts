import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseBpmn } from '../model/parse-bpmn.ts';
import { findModelFaults } from '../model/validate-model.ts';
import { buildStory } from '../testing/build-story.ts';

const bpmn = readFileSync(path.join(__dirname, '../features/execution-listeners.bpmn'), 'utf8');

describe('execution listeners', () => {
  it('run one after the other before the work; what they bring is seen by it and stays local', async () => {
    // given
    const story = await buildStory(bpmn);
    expect(story.jobs()).toEqual(['decide']);

    // when
    story.job('decide', { go: true });
    expect(story.jobs()).toEqual(['prepare']);
    story.job('prepare', { local: 5 });
    expect(story.jobs()).toEqual(['check']);
    story.job('check');

    // then
    expect(story.jobs()).toEqual(['work']);
    const [job] = [...story.simulation.open.jobs.values()];
    expect(job?.variables).toMatchObject({ local: 5 });
    expect(job).not.toHaveProperty('listener');
  });

  it('run after the output mappings, and pass what they bring to the scope around', async () => {
    // given
    const story = await buildStory(bpmn);
    for (const [job, result] of [
      ['decide', { go: true }],
      ['prepare', {}],
      ['check', {}],
    ] as const) {
      story.job(job, { ...result });
    }

    // when
    story.job('work', { result: 2 });

    // then
    expect([...story.simulation.open.jobs.values()]).toMatchObject([{ jobType: 'tidy', listener: 'end' }]);
    expect(story.variables()).toMatchObject({ sum: 3 });
    story.job('tidy', { tidied: true });
    expect(story.status()).toBe('completed');
    expect(story.variables()).toMatchObject({ sum: 3, tidied: true });
  });

  it('hold the element when they fail for good; only the failed one is tried again', async () => {
    // given
    const story = await buildStory(bpmn);
    story.job('decide', { go: true });
    story.job('prepare');

    // when
    story.jobFailure('check', 'no answer');

    // then
    expect(story.incidents()).toEqual(['JOB_NO_RETRIES at Work']);
    story.resolveIncident('Work');
    expect(story.jobs()).toEqual(['check']);
  });

  it('hold the element when the work behind them cannot begin, and do not run again', async () => {
    // given
    const story = await buildStory(bpmn);

    // when
    story.job('decide', { go: 'perhaps' });

    // then
    expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at Way']);
    const id = [...story.simulation.open.incidents.values()][0]?.elementInstanceId ?? '';
    story.simulation.send(story.instanceId, { type: 'setVariables', elementInstanceId: id, variables: { go: true } });
    story.resolveIncident('Way');
    expect(story.jobs()).toEqual(['prepare']);
  });

  it('may not throw errors', async () => {
    const story = await buildStory(bpmn);
    expect(() => story.jobError('decide', 'X')).toThrow('may not throw an error');
  });

  it('are refused where Zeebe knows none, and where nobody works on them', async () => {
    // given
    const broken = bpmn.replace('eventType="start" type="decide"', 'eventType="end" type="decide"');

    // when
    const faults = (await parseBpmn(broken)).flatMap((model) => findModelFaults(model));

    // then
    expect(faults.map(({ rule, elementId }) => `${rule} at ${elementId}`)).toEqual([
      'listener-not-here at Way',
      'missing-capability at Way',
      'missing-capability at Work',
    ]);
  });
});

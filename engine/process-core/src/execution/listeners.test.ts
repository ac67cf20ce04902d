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
    expect(story.incidents()).toEqual(['EXECUTION_LISTENER_NO_RETRIES at Work']);
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

describe('execution listeners of the process itself', () => {
  const withListeners = bpmn.replace(
    '<bpmn:startEvent id="Start" />',
    `<bpmn:extensionElements>
      <zeebe:executionListeners>
        <zeebe:executionListener eventType="start" type="open" />
        <zeebe:executionListener eventType="start" type="=opener" retries="1" />
        <zeebe:executionListener eventType="end" type="close" />
      </zeebe:executionListeners>
    </bpmn:extensionElements>
    <bpmn:startEvent id="Start" />`,
  );
  const begin = () => buildStory(withListeners, { variables: { opener: 'second', go: false } });

  it('run before anything starts in it; what they bring is a variable of the process', async () => {
    // given
    const story = await begin();
    expect([story.jobs(), story.path()]).toEqual([['open'], []]);

    // when
    story.job('open', { opened: true });
    story.job('second');

    // then
    expect(story.path()).toEqual(['Start', 'Way']);
    expect(story.variables()).toMatchObject({ opened: true });
    expect([...story.simulation.open.jobs.values()]).toMatchObject([{ jobType: 'decide' }]);
  });

  it('run at its end, which waits for them', async () => {
    // given
    const story = await begin();
    story.job('open');
    story.job('second');

    // when
    story.job('decide');
    expect([story.jobs(), story.status(), story.path().at(-1)]).toEqual([['close'], 'active', 'End']);
    story.job('close', { closed: 1 });

    // then
    expect(story.status()).toBe('completed');
    expect(story.variables()).toMatchObject({ closed: 1 });
  });

  it('stand with an incident at the process when they fail, and go on from there', async () => {
    // given
    const story = await begin();

    // when
    story.jobFailure('open', 'no worker');
    expect(story.incidents()).toEqual(['EXECUTION_LISTENER_NO_RETRIES at execution-listeners']);
    story.resolveIncident('execution-listeners');
    story.setVariables({ opener: 1.5 });
    story.setVariables({ opener: [] });
    story.job('open');

    // then
    expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at execution-listeners']);
    story.setVariables({ opener: 'second' });
    story.resolveIncident('execution-listeners');
    story.job('second');
    expect(story.jobs()).toEqual(['decide']);
  });

  it('may throw no error, and are withdrawn with the instance', async () => {
    const story = await begin();
    expect(() => story.jobError('open', 'E')).toThrow('may not throw an error');
    story.simulation.send(story.instanceId, { type: 'cancel' });
    expect(story.effectTypes()).toContain('jobWithdrawn');
  });

  it('are refused where the driver does not carry them, and when two have one type', async () => {
    const [model] = await parseBpmn(withListeners.replace('type="=opener"', 'type="open"'));
    const faults = model === undefined ? [] : findModelFaults(model, ['executionListeners']);
    expect(faults).toMatchObject([
      { rule: 'listener-type', elementId: 'execution-listeners' },
      { rule: 'missing-capability', elementId: 'execution-listeners' },
    ]);
  });
});

describe('while an end listener runs', () => {
  it('boundary events of its element catch nothing any more', async () => {
    // given
    const xml = bpmn.replace(
      '<bpmn:endEvent id="End" />',
      `<bpmn:boundaryEvent id="Late" attachedToRef="Work"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
       <bpmn:endEvent id="LateEnd" /><bpmn:sequenceFlow id="Late_LateEnd" sourceRef="Late" targetRef="LateEnd" />
       <bpmn:endEvent id="End" />`,
    );
    const story = await buildStory(xml);
    for (const [job, result] of [
      ['decide', { go: true }],
      ['prepare', {}],
      ['check', {}],
      ['work', { result: 1 }],
    ] as const) {
      story.job(job, { ...result });
    }
    expect(story.jobs()).toEqual(['tidy']);

    // when
    story.advanceTime('P1D');

    // then
    expect([story.jobs(), story.path()]).toEqual([['tidy'], ['Start', 'Way', 'Work']]);
  });
});

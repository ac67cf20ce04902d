import { readFileSync } from 'node:fs';
import path from 'node:path';
import { advance } from '../../advance.ts';
import { parseBpmn } from '../../model/parse-bpmn.ts';
import { findModelFaults } from '../../model/validate-model.ts';
import { buildStory } from '../../testing/build-story.ts';
import type { Command } from '../../types.ts';

const bpmn = readFileSync(path.join(__dirname, '../../features/called-errors.bpmn'), 'utf8');

describe('what a called process throws and does not catch', () => {
  it('is caught at the call activity, through processes between, which are ended', async () => {
    // given
    const story = await buildStory(bpmn);

    // when
    story.jobError('ask', 'REFUSED');

    // then
    expect(story.path()).toContain('RefusedEnd');
    const states = [...story.simulation.instances.values()].map(({ model, state }) => `${model.id} ${state.status}`);
    expect(states).toEqual(['called-errors active', 'middle terminated', 'inner terminated']);
    expect(story.incidents()).toEqual([]);
    expect(story.tasks()).toEqual(['Hurry']);
    expect(story.simulation.open.calls.size).toBe(0);
  });

  it('goes on beside the call when it is an escalation that does not interrupt', async () => {
    // when
    const story = await buildStory(bpmn);

    // then
    expect(story.tasks()).toEqual(['Hurry']);
    expect(story.jobs()).toEqual(['ask']);

    // when
    story.job('ask');
    story.complete('Hurry');

    // then
    expect(story.path()).toContain('End');
    expect(story.status()).toBe('completed');
  });

  it('is an incident of the element that threw it when nobody catches it; resolved, its job is done again', async () => {
    // given
    const story = await buildStory(bpmn);

    // when
    story.jobError('ask', 'OTHER');

    // then
    expect(story.incidents()).toEqual(['UNHANDLED_ERROR_EVENT at Ask']);
    story.resolveIncident('Ask');
    expect([story.incidents(), story.jobs()]).toEqual([[], ['ask']]);
    story.jobError('ask', 'REFUSED');
    expect(story.path()).toContain('RefusedEnd');
  });

  it('does not hold the caller when the called process comes to its end all the same', async () => {
    // given
    const story = await buildStory(bpmn);
    story.jobError('ask', 'OTHER');
    const [call] = [...story.simulation.open.calls.values()];

    // when
    story.simulation.answerCall(call?.childInstanceId ?? '', {});

    // then
    expect(story.path()).toContain('End');
  });

  it('stays an incident of the thrower in an instance that was not started as called', async () => {
    // given
    const models = await parseBpmn(bpmn);
    const inner = models.find(({ id }) => id === 'inner');
    if (inner === undefined) throw new Error('no process');
    let ids = 0;
    const context = {
      now: '2026-01-05T08:00:00.000Z',
      newId: () => `id-${(ids += 1)}`,
      evaluateDecision: () => ({ output: null, matchedRules: [] }),
    };
    const { state } = advance(inner, null, { type: 'start', variables: {} }, context);
    const [elementInstanceId = ''] = Object.keys(state.elements).filter((id) => id !== state.instanceId);

    // when
    const command: Command = { type: 'throwError', elementInstanceId, errorCode: 'REFUSED' };
    const { effects } = advance(inner, state, command, context);

    // then
    expect(effects.map(({ type }) => type)).toEqual(['incidentRaised']);
  });

  it('is refused at publishing where nobody carries it to the caller', async () => {
    // when
    const faults = (await parseBpmn(bpmn)).flatMap((model) => findModelFaults(model, ['signals']));

    // then
    expect(faults).toMatchObject([{ rule: 'missing-capability', elementId: 'Call' }]);
    expect(faults[0]?.message).toContain('"Refused"');
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('business-rule-task.bpmn');

describe('a business rule task', () => {
  it('puts the output of its decision into the result variable and tells the rules that matched', async () => {
    // when
    const story = await buildStory(bpmn, {
      variables: { age: 3 },
      evaluateDecision: (id, variables) => ({ output: `${id}-${variables['age'] as number}`, matchedRules: ['r1'] }),
    });

    // then
    expect(story.variables()).toEqual({ age: 3, risk: 'risk-3' });
    const decided = story.simulation.log.find((entry) => entry.effect.type === 'decisionEvaluated');
    expect(decided?.effect).toMatchObject({ decisionId: 'risk', output: 'risk-3', matchedRules: ['r1'] });
    expect(story.jobs()).toEqual(['decide']);
  });

  it.each([
    ['fails', new Error('no rule matched'), 'DECISION_EVALUATION_ERROR'],
    ['is unknown', Object.assign(new Error('unknown'), { code: 'NOT_FOUND' }), 'CALLED_DECISION_ERROR'],
  ])('is an incident when the decision %s', async (_, error, kind) => {
    // when
    const story = await buildStory(bpmn, {
      evaluateDecision: () => {
        throw error;
      },
    });

    // then
    expect(story.incidents()).toEqual([`${kind} at Decide`]);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { advance } from './advance.ts';
import type { ProcessModel } from './model/model.ts';
import { parseBpmn } from './model/parse-bpmn.ts';
import { buildStory } from './testing/build-story.ts';
import type { AdvanceContext, Command, InstanceState } from './types.ts';
import { CommandRejected } from './types.ts';

const read = (name: string) => readFileSync(path.join(__dirname, 'features', name), 'utf8');

function buildContext(): AdvanceContext {
  let ids = 0;
  return {
    now: '2026-01-05T08:00:00.000Z',
    newId: () => `id-${(ids += 1)}`,
    evaluateDecision: () => ({ output: null, matchedRules: [] }),
  };
}

async function parseFirst(name: string): Promise<ProcessModel> {
  const [model] = await parseBpmn(read(name));
  if (model === undefined) throw new Error(`${name} holds no process`);
  return model;
}

describe('advance', () => {
  it('draws the id of the instance first and keeps nothing of the model in the state', async () => {
    // given
    const model = await parseFirst('sequence.bpmn');

    // when
    const { state } = advance(model, null, { type: 'start', variables: {} }, buildContext());

    // then
    expect(state).toEqual({
      instanceId: 'id-1',
      status: 'active',
      elements: {
        'id-1': { elementId: 'sequence', parentId: null },
        'id-3': { elementId: 'Task_1', parentId: 'id-1', data: { task: true } },
      },
      variables: {},
      incidents: {},
    });
  });

  it.each<[string, Command, CommandRejected['code']]>([
    ['an unknown task', { type: 'completeUserTask', elementInstanceId: 'x', data: {} }, 'NOT_FOUND'],
    ['a name of Object', { type: 'completeUserTask', elementInstanceId: '__proto__', data: {} }, 'NOT_FOUND'],
    ['a task for a job', { type: 'completeJob', elementInstanceId: 'id-3', variables: {} }, 'INVALID_STATE'],
    ['a timer that is not set', { type: 'triggerTimer', timerId: 'toString' }, 'NOT_FOUND'],
    ['a closed subscription', { type: 'correlateMessage', subscriptionId: 'x', variables: {} }, 'NOT_FOUND'],
    [
      'a call that is none',
      { type: 'completeCalledInstance', elementInstanceId: 'id-3', variables: {} },
      'INVALID_STATE',
    ],
    ['an unknown incident', { type: 'resolveIncident', incidentId: 'constructor' }, 'NOT_FOUND'],
    ['variables of a scope that is gone', { type: 'setVariables', elementInstanceId: 'x', variables: {} }, 'NOT_FOUND'],
    ['a second start', { type: 'start', variables: {} }, 'INVALID_STATE'],
    ['too many variables', { type: 'setVariables', variables: { big: 'x'.repeat(2_000_000) } }, 'INVALID_ARGUMENT'],
  ])('refuses %s', async (_, command, code) => {
    // given
    const model = await parseFirst('sequence.bpmn');
    const { state } = advance(model, null, { type: 'start', variables: {} }, buildContext());

    // when
    const act = () => advance(model, state, command, buildContext());

    // then
    expect(act).toThrow(CommandRejected);
    expect(act).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('completes a task once only', async () => {
    // given
    const model = await parseFirst('sequence.bpmn');
    const context = buildContext();
    const complete: Command = { type: 'completeUserTask', elementInstanceId: 'id-3', data: {} };
    const started = advance(model, null, { type: 'start', variables: {} }, context);
    const completed = advance(model, started.state, complete, context);

    // when, then
    expect(() => advance(model, completed.state, complete, context)).toThrow('not active');
  });

  it('terminates everything when it is cancelled, and takes no further command', async () => {
    // given
    const story = await buildStory(read('boundary-event.bpmn'), { variables: { caseId: 'c' } });

    // when
    story.simulation.send(story.instanceId, { type: 'cancel' });

    // then
    const { open } = story.simulation;
    expect([open.jobs.size, open.timers.size, open.subscriptions.size]).toEqual([0, 0, 0]);
    expect(story.effectTypes().at(-1)).toBe('instanceTerminated');
    expect(() => story.simulation.send(story.instanceId, { type: 'cancel' })).toThrow('is terminated');
  });

  it('turns an endless loop into an incident, and goes on once its variables are corrected', async () => {
    // given
    const story = await buildStory(read('endless-loop.bpmn'), { variables: { done: false } });
    expect(story.incidents()).toEqual(['UNKNOWN at Turn']);
    expect(story.status()).toBe('active');

    // when
    story.setVariables({ done: true });
    story.resolveIncident('Turn');

    // then
    expect(story.status()).toBe('completed');
    expect(story.incidents()).toEqual([]);
  });

  it('takes a variable named __proto__ for a variable', async () => {
    // given
    const variables = JSON.parse('{"__proto__": {"polluted": true}}') as Record<string, never>;

    // when
    const story = await buildStory(read('send-task.bpmn'), { variables });
    story.job('send-letter', JSON.parse('{"__proto__": 1}') as Record<string, never>);

    // then
    expect(Object.entries(story.variables())).toEqual([['__proto__', 1]]);
    expect(Object.getPrototypeOf(story.variables())).toBe(Object.prototype);
  });

  it('does work that does not grow with the process', async () => {
    // given
    const long = await parseFirst('sequence.bpmn');
    const started = advance(long, null, { type: 'start', variables: { a: 1 } }, buildContext());

    // when
    let state: InstanceState = started.state;
    const sizes: number[] = [];
    const context = { ...buildContext(), newId: counter(10) };
    while (state.status === 'active') {
      const [id = ''] = Object.keys(state.elements).filter((one) => one !== state.instanceId);
      const result = advance(long, state, { type: 'completeUserTask', elementInstanceId: id, data: {} }, context);
      state = result.state;
      sizes.push(JSON.stringify(state).length);
    }

    // then
    expect(new Set(sizes.slice(0, 3)).size).toBe(1);
  });
});

function counter(from: number): () => string {
  let next = from;
  return () => `id-${(next += 1)}`;
}

import type { ConformanceCase, Step } from './scenario.ts';
import type { Stage } from './timeline.ts';
import { playTogether } from './timeline.ts';

function buildCase(id: string, steps: Step[]): ConformanceCase {
  return { id, bpmn: '', dmn: null, scenario: { title: id, steps, expected: { steps: [], instances: [] } } };
}

/** A stage that notes what it is asked for. */
function buildStage(notes: string[], act: Stage['act'] = () => Promise.resolve(undefined)): Stage {
  return {
    width: 2,
    act(id, step) {
      notes.push(`${id} ${Object.keys(step)[0] ?? ''}`);
      return act(id, step);
    },
    settle: () => Promise.resolve(void notes.push('settle')),
    moveBy: (milliseconds) => Promise.resolve(void notes.push(`move ${milliseconds / 60_000} min`)),
    look: (id) => Promise.resolve({ trace: [`activated ${id}`], tasks: [] }),
    ends: (id) => Promise.resolve([{ process: id, state: 'active', variables: {} }]),
  };
}

describe('cases that are played together', () => {
  it('take a step in each round, and move the clock to the nearest instant that one waits for', async () => {
    // given
    const notes: string[] = [];
    const first = buildCase('a', [{ start: {} }, { advanceTime: 'PT2H' }, { cancel: true }]);
    const second = buildCase('b', [{ start: {} }, { cancel: true }, { advanceTime: 'PT1H' }]);

    // when
    const observed = await playTogether(buildStage(notes), [first, second]);

    // then
    expect(notes).toEqual([
      ...['a start', 'b start', 'settle', 'b cancel', 'settle'],
      ...['move 60 min', 'move 60 min', 'a cancel', 'settle'],
    ]);
    expect(observed.get('b')).toEqual({
      steps: Array.from({ length: 3 }, () => ({ trace: ['activated b'] })),
      instances: [{ process: 'b', state: 'active', variables: {} }],
    });
  });

  it('keep what was refused, and go on', async () => {
    const stage = buildStage([], () => Promise.resolve('NOT_FOUND'));
    const observed = await playTogether(stage, [buildCase('a', [{ cancel: true }, { cancel: true }])]);
    expect(observed.get('a')?.steps.map(({ rejected }) => rejected)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('stop one that cannot be played, and say why, without the others', async () => {
    // given
    const stage = buildStage([], (id) =>
      id === 'a' ? Promise.reject(new Error('there never was the task X')) : Promise.resolve(undefined),
    );

    // when
    const observed = await playTogether(stage, [
      buildCase('a', [{ cancel: true }]),
      buildCase('b', [{ cancel: true }]),
    ]);

    // then
    expect(observed.get('a')?.steps).toEqual([{ rejected: 'could not be played: there never was the task X' }]);
    expect(observed.get('b')?.steps).toEqual([{ trace: ['activated b'] }]);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('boundary-event.bpmn');
const variables = { caseId: 'c-1' };

describe('a boundary event', () => {
  it('interrupts by timer: the job is withdrawn, the other events are closed', async () => {
    // given
    const story = await buildStory(bpmn, { variables });

    // when
    story.advanceTime('P5D');

    // then
    expect(story.jobs()).toEqual([]);
    expect(story.simulation.open.timers.size).toBe(0);
    expect(story.simulation.open.subscriptions.size).toBe(0);
    expect(story.path().slice(-2)).toEqual(['Late', 'LateEnd']);
    expect(story.status()).toBe('completed');
  });

  it('repeats a cycle without interrupting, as often as it says, from due instant to due instant', async () => {
    // given
    const story = await buildStory(bpmn, { variables });

    // when
    story.advanceTime('PT10H');

    // then
    const set = story.simulation.log.flatMap(({ effect }) =>
      effect.type === 'timerSet' && effect.elementId === 'Remind' ? [effect.dueAt.slice(11, 13)] : [],
    );
    expect(set).toEqual(['09', '10', '11']);
    expect(story.path().filter((id) => id === 'RemindEnd')).toHaveLength(3);
    expect(story.jobs()).toEqual(['work']);
  });

  it('interrupts by message and passes what it carries', async () => {
    // given
    const story = await buildStory(bpmn, { variables });

    // when
    story.message('withdrawn', { by: 'mother' });

    // then
    expect(story.variables()).toEqual({ caseId: 'c-1', by: 'mother' });
    expect(story.status()).toBe('completed');
  });

  it('goes on listening for messages that do not interrupt', async () => {
    // given
    const story = await buildStory(bpmn, { variables });

    // when
    story.message('note');
    story.message('note');
    story.job('work');

    // then
    expect(story.path().filter((id) => id === 'Note')).toHaveLength(2);
    expect(story.status()).toBe('completed');
  });

  it.each([
    ['KNOWN', 'Known'],
    ['OTHER', 'Any'],
  ])('catches the error %s by its code before any', async (code, catcher) => {
    // given
    const story = await buildStory(bpmn, { variables });

    // when
    story.jobError('work', code);

    // then
    expect(story.path()).toContain(catcher);
    expect(story.effectTypes()).not.toContain('jobWithdrawn');
    expect(story.status()).toBe('completed');
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Story } from '../../testing/build-story.ts';
import { buildStory } from '../../testing/build-story.ts';

const bpmn = readFileSync(path.join(__dirname, '../../features/compensation.bpmn'), 'utf8');

async function buildDone(...jobs: string[]): Promise<Story> {
  const story = await buildStory(bpmn);
  for (const job of jobs) story.job(job);
  return story;
}

describe('a compensation event', () => {
  it('undoes one activity and waits for its handler', async () => {
    // when
    const story = await buildDone('pay', 'letter', 'check');

    // then
    expect(story.jobs()).toEqual(['refund']);
    expect(story.path()).not.toContain('UndoRest');
  });

  it('undoes all that is left in its scope at once, with what completed sub-processes held', async () => {
    // when
    const story = await buildDone('pay', 'letter', 'check', 'refund');

    // then
    expect(story.jobs()).toEqual(['apology', 'uncheck']);

    // when
    story.job('uncheck');
    story.job('apology');

    // then
    expect(story.status()).toBe('completed');
    expect(story.path().filter((id) => id === 'Refund')).toHaveLength(1);
  });

  it('undoes from an event sub-process what is done around it, and nothing that was not completed', async () => {
    // given
    const story = await buildDone('pay', 'letter');

    // when
    story.jobError('check', 'FAILED');

    // then
    expect(story.jobs()).toEqual(['refund', 'apology']);

    // when
    story.job('refund');
    expect(story.status()).toBe('active');
    story.job('apology');

    // then
    expect(story.status()).toBe('completed');
  });

  it('goes on at once when nothing is to be undone', async () => {
    // given
    const story = await buildStory(bpmn);

    // when
    story.jobError('pay', 'FAILED');

    // then
    expect(story.jobs()).toEqual([]);
    expect(story.status()).toBe('completed');
  });

  it('runs the handler of a multi-instance activity once, after all its rounds', async () => {
    // given
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2]" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>';
    const story = await buildStory(
      bpmn.replace(/(<bpmn:serviceTask id="Pay">[^]*?)(<\/bpmn:serviceTask>)/, `$1${loop}$2`),
    );

    // when
    for (const job of ['pay', 'pay', 'letter', 'check']) story.job(job);

    // then
    expect(story.jobs()).toEqual(['refund']);
  });

  it('is withdrawn with its handlers when the process is cancelled', async () => {
    // given
    const story = await buildDone('pay', 'letter', 'check');

    // when
    story.simulation.send(story.instanceId, { type: 'cancel' });

    // then
    expect(story.jobs()).toEqual([]);
  });
});

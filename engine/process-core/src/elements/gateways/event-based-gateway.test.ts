import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('event-based-gateway.bpmn');
const variables = { caseId: 'c-1' };

describe('an event-based gateway', () => {
  it('goes on with the message when it comes first and cancels the timer', async () => {
    // given
    const story = await buildStory(bpmn, { variables });

    // when
    story.message('reply', { answer: 'yes' });

    // then
    expect(story.tasks()).toEqual(['Read']);
    expect(story.variables()).toEqual({ caseId: 'c-1', answer: 'yes' });
    expect(story.simulation.open.timers.size).toBe(0);
  });

  it('goes on with the timer when it is first and closes the subscription', async () => {
    // given
    const story = await buildStory(bpmn, { variables });

    // when
    story.advanceTime('P10D');

    // then
    expect(story.tasks()).toEqual(['Remind']);
    expect(story.simulation.open.subscriptions.size).toBe(0);
    expect(story.path()).toEqual(['Start', 'Wait', 'Timeout', 'Remind']);
  });

  it('opens nothing when one of its events cannot wait', async () => {
    const story = await buildStory(bpmn);
    expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at Wait']);
    expect(story.simulation.open.timers.size).toBe(0);
  });
});

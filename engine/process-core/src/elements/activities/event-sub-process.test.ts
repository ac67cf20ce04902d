import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('event-sub-process.bpmn');
const variables = { caseId: 'c-1' };

describe('an event sub-process', () => {
  it('takes the place of all else when it interrupts', async () => {
    // given
    const story = await buildStory(bpmn, { variables });

    // when
    story.message('urgent', { reason: 'fire' });

    // then
    expect(story.tasks()).toEqual(['UrgentTask']);
    expect(story.variables()).toEqual({ caseId: 'c-1', reason: 'fire' });
    expect(story.simulation.open.subscriptions.size).toBe(0);

    // when
    story.complete('UrgentTask');

    // then
    expect(story.status()).toBe('completed');
  });

  it('runs beside the rest, as often as it is called, when it does not interrupt', async () => {
    // given
    const story = await buildStory(bpmn, { variables });

    // when
    story.message('note');
    story.message('note');
    story.complete('Work');
    story.job('check');

    // then
    expect(story.tasks()).toEqual(['NoteTask', 'NoteTask']);
    expect(story.status()).toBe('active');

    // when
    story.complete('NoteTask');
    story.complete('NoteTask');

    // then
    expect(story.status()).toBe('completed');
    expect(story.simulation.open.subscriptions.size).toBe(0);
  });

  it('catches an error thrown in its scope', async () => {
    // given
    const story = await buildStory(bpmn, { variables });
    story.complete('Work');

    // when
    story.jobError('check', 'LOST');

    // then
    expect(story.tasks()).toEqual(['LostTask']);
  });

  it('holds the start of the process back while its correlation key is missing', async () => {
    // given
    const story = await buildStory(bpmn);
    expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at event-sub-process']);
    expect(story.tasks()).toEqual([]);

    // when
    story.setVariables(variables);
    story.resolveIncident('event-sub-process');

    // then
    expect(story.tasks()).toEqual(['Work']);
    expect(story.simulation.open.subscriptions.size).toBe(2);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('errors.bpmn');

describe('a BPMN error', () => {
  it('is caught by the nearest boundary event of its code', async () => {
    const story = await buildStory(bpmn);
    story.jobError('work', 'INNER');
    expect(story.path()).toContain('CatchInner');
    expect(story.status()).toBe('completed');
  });

  it('climbs out of sub-processes, ends them, and brings its variables', async () => {
    // given
    const story = await buildStory(bpmn);
    const [id = ''] = story.simulation.open.jobs.keys();

    // when
    const variables = { reason: 'broken' };
    story.simulation.send(story.instanceId, {
      type: 'throwError',
      elementInstanceId: id,
      errorCode: 'OUTER',
      variables,
    });

    // then
    expect(story.tasks()).toEqual(['Repair']);
    expect(story.variables()).toEqual({ why: 'broken' });
  });

  it('is thrown by an end event too', async () => {
    const story = await buildStory(bpmn);
    story.job('work');
    expect(story.tasks()).toEqual(['Repair']);
  });

  it('is an incident when nobody knows its code; resolved, the job that threw it is done again', async () => {
    // given
    const story = await buildStory(bpmn);

    // when
    story.jobError('work', 'OTHER');

    // then
    expect(story.incidents()).toEqual(['UNHANDLED_ERROR_EVENT at Work']);
    story.resolveIncident('Work');
    expect([story.incidents(), story.jobs()]).toEqual([[], ['work']]);
  });
});

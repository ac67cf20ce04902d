import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('service-task.bpmn');
const variables = { person: { name: 'Ana' }, kind: 'file', receipt: null };

describe('a service task', () => {
  it('creates a job with type, retries, headers and the variables it sees', async () => {
    // when
    const story = await buildStory(bpmn, { variables });

    // then
    expect([...story.simulation.open.jobs.values()][0]).toMatchObject({
      jobType: 'notify',
      retries: 2,
      headers: { channel: 'mail' },
      variables: { ...variables, name: 'Ana' },
      dueAt: null,
    });
  });

  it('takes from the result what its output mapping names', async () => {
    // given
    const story = await buildStory(bpmn, { variables });

    // when
    story.job('notify', { receipt: 'r-1', noise: 1 });

    // then
    expect(story.variables()).toEqual({ ...variables, receipt: 'r-1' });
  });

  it('merges the whole result without output mappings, and names its type by an expression', async () => {
    // given
    const story = await buildStory(bpmn, { variables });
    story.job('notify', { receipt: 'r-1' });

    // when
    story.job('store-file', { stored: true });

    // then
    expect(story.variables()).toEqual({ ...variables, receipt: 'r-1', stored: true });
    expect(story.status()).toBe('completed');
  });

  it('is tried anew while retries are left, then raises an incident and starts over when it is resolved', async () => {
    // given
    const story = await buildStory(bpmn, { variables });
    const [id = ''] = story.simulation.open.jobs.keys();
    const fail = { type: 'failJob', elementInstanceId: id, message: 'mail is down' } as const;

    // when
    story.simulation.send(story.instanceId, { ...fail, retries: 1, retryAt: '2026-01-05T09:00:00.000Z' });

    // then
    expect(story.simulation.open.jobs.get(id)).toMatchObject({ retries: 1, dueAt: '2026-01-05T09:00:00.000Z' });

    // when
    story.jobFailure('notify', 'mail is down');

    // then
    expect(story.incidents()).toEqual(['JOB_NO_RETRIES at Notify']);
    expect(story.jobs()).toEqual([]);

    // when
    story.resolveIncident('Notify');

    // then
    expect(story.jobs()).toEqual(['notify']);
  });
});

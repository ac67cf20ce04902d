import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../features', name), 'utf8');

const variables = { people: ['Ana', 'Ion', 'Vera'] };

describe('a multi-instance activity', () => {
  it('runs all rounds at once and collects their outputs in order', async () => {
    // given
    const story = await buildStory(read('multi-instance-parallel.bpmn'), { variables });
    const jobs = [...story.simulation.open.jobs.values()];
    expect(jobs.map((job) => [job.variables['name'], job.variables['loopCounter']])).toEqual([
      ['Ana', 1],
      ['Ion', 2],
      ['Vera', 3],
    ]);

    // when
    for (const job of jobs.reverse()) {
      story.simulation.completeJob(job.elementInstanceId, { answer: (job.variables['name'] as string).length });
    }

    // then
    expect(story.variables()).toEqual({ ...variables, answers: [3, 3, 4] });
    expect(story.status()).toBe('completed');
  });

  it('runs one round after the other when it is sequential', async () => {
    // given
    const story = await buildStory(read('multi-instance-sequential.bpmn'), { variables });

    // when, then
    for (const answer of [1, 2, 3]) {
      expect(story.jobs()).toEqual(['ask']);
      story.job('ask', { answer });
    }
    expect(story.variables()).toEqual({ ...variables, answers: [1, 2, 3] });
    expect(story.status()).toBe('completed');
  });

  it('ends the other rounds when its completion condition is met', async () => {
    // given
    const story = await buildStory(read('multi-instance-condition.bpmn'), { variables });

    // when
    story.complete('Vote', { yes: true });
    story.complete('Vote', { yes: false });

    // then
    expect(story.variables()).toEqual({ ...variables, answers: [true, false, null] });
    expect(story.tasks()).toEqual([]);
    expect(story.status()).toBe('completed');
  });

  it('is passed at once over an empty collection', async () => {
    const story = await buildStory(read('multi-instance-parallel.bpmn'), { variables: { people: [] } });
    expect(story.variables()).toEqual({ people: [], answers: [] });
    expect(story.status()).toBe('completed');
  });

  it.each([
    ['no list', 'Ana'],
    ['too long', Array.from({ length: 1001 }, () => 1)],
  ])('is one incident when the collection is %s', async (_, people) => {
    const story = await buildStory(read('multi-instance-parallel.bpmn'), { variables: { people } });
    expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at Each']);
  });

  it('ends with all rounds by its boundary event', async () => {
    // given
    const story = await buildStory(read('multi-instance-parallel.bpmn'), { variables });

    // when
    story.advanceTime('PT2H');

    // then
    expect(story.jobs()).toEqual([]);
    expect(story.path().filter((id) => id === 'Late')).toHaveLength(1);
    expect(story.status()).toBe('completed');
  });
});

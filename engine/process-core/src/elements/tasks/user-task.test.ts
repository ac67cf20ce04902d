import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('user-task.bpmn');

describe('a user task', () => {
  it('is created with its form, groups, priority, properties and mapped variables', async () => {
    // when
    const story = await buildStory(bpmn, { variables: { subject: 'x', hidden: 1 } });

    // then
    expect([...story.simulation.open.tasks.values()][0]).toMatchObject({
      elementId: 'Ask',
      name: 'Ask',
      formKey: 'question',
      candidateGroups: ['clerk', 'lead'],
      assignee: null,
      priority: 80,
      properties: { deadlineRule: 'ten-days' },
      variables: { about: 'x' },
    });
  });

  it('lets only what its output mappings name into the process, adding to objects that are there', async () => {
    // given
    const story = await buildStory(bpmn, { variables: { subject: 'x', details: { kept: true } } });

    // when
    story.complete('Ask', { answer: 0.1, note: 'n', secret: 's' });

    // then
    expect(story.variables()).toEqual({ subject: 'x', answer: 0.1, details: { kept: true, note: 'n' } });
  });

  it('passes nothing without output mappings', async () => {
    // given
    const story = await buildStory(bpmn);
    story.complete('Ask', { answer: 'yes' });

    // when
    story.complete('Silent', { answer: 'no', more: 1 });

    // then
    expect(story.variables()).toEqual({ answer: 'yes', details: { note: null } });
    expect(story.status()).toBe('completed');
  });

  it('becomes an incident when its groups are no list of names, and is created once they are', async () => {
    // given
    const xml = bpmn.replace('clerk, lead', '=groups');
    const story = await buildStory(xml, { variables: { groups: 7 } });
    expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at Ask']);
    expect(story.tasks()).toEqual([]);

    // when
    story.setVariables({ groups: ['clerk'] });
    story.resolveIncident('Ask');

    // then
    expect(story.incidents()).toEqual([]);
    expect(story.tasks()).toEqual(['Ask']);
  });

  it('keeps the submission when an output mapping fails, and goes on with it after the incident', async () => {
    // given
    const xml = bpmn.replace('=data.answer', '=for i in 1..limit return for j in 1..limit return data.answer');
    const story = await buildStory(xml, { variables: { limit: 1_000_000 } });

    // when
    story.complete('Ask', { answer: 'yes' });

    // then
    expect(story.incidents()).toEqual(['IO_MAPPING_ERROR at Ask']);

    // when
    story.setVariables({ limit: 1 });
    story.resolveIncident('Ask');

    // then
    expect(story.variables()).toMatchObject({ answer: [['yes']] });
    expect(story.tasks()).toEqual(['Silent']);
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('receive-task.bpmn');

describe('a receive task', () => {
  it.each([
    ['text', 'c-1', 'c-1'],
    ['a number', 17, '17'],
  ])('waits under its correlation key, %s', async (_, caseId, correlationKey) => {
    // given
    const story = await buildStory(bpmn, { variables: { caseId } });
    const [subscription] = story.simulation.open.subscriptions.values();
    expect(subscription).toMatchObject({ messageName: 'reply', correlationKey, elementId: 'Wait' });

    // when
    story.message('reply', { answer: 'yes' });

    // then
    expect(story.variables()).toEqual({ caseId, answer: 'yes' });
    expect(story.status()).toBe('completed');
    expect(story.simulation.open.subscriptions.size).toBe(0);
  });

  it.each([[{}], [{ caseId: null }], [{ caseId: '' }], [{ caseId: ['x'] }]])(
    'is an incident without a usable correlation key: %j',
    async (variables) => {
      // given
      const story = await buildStory(bpmn, { variables });
      expect(story.incidents()).toEqual(['EXTRACT_VALUE_ERROR at Wait']);

      // when
      story.setVariables({ caseId: 'c-2' });
      story.resolveIncident('Wait');

      // then
      expect(story.simulation.open.subscriptions.size).toBe(1);
    },
  );
});

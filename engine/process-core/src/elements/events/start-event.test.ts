import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildStory } from '../../testing/build-story.ts';

const read = (name: string) => readFileSync(path.join(__dirname, '../../features', name), 'utf8');

const bpmn = read('start-event.bpmn');

describe('a start event', () => {
  it('takes from the start form what its output mappings name', async () => {
    // given
    const data = { child: { name: 'Ana' }, more: 1 };

    // when
    const story = await buildStory(bpmn, { variables: { caseId: 'c-1', data } });

    // then
    expect(story.variables()).toEqual({ caseId: 'c-1', childName: 'Ana' });
  });

  it('starts by message or timer when it is named', async () => {
    // when
    const story = await buildStory(bpmn, { startElementId: 'Report', variables: { text: 't' } });

    // then
    expect(story.path()).toEqual(['Report', 'Read']);
    expect(story.variables()).toEqual({ text: 't' });
  });

  it('refuses a start at an element that is none', async () => {
    await expect(buildStory(bpmn, { startElementId: 'Read' })).rejects.toThrow('no start event "Read"');
  });
});

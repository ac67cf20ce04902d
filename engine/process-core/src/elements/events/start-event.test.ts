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

  it('takes of what a message brings only what its mappings name, when it has some', async () => {
    // given
    const start = `<bpmn:startEvent id="Received"><bpmn:extensionElements><zeebe:ioMapping>
        <zeebe:output source="=urgency" target="priority" /></zeebe:ioMapping></bpmn:extensionElements>
      <bpmn:messageEventDefinition id="m" messageRef="note" /></bpmn:startEvent>`;
    const mapped = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="file" targetNamespace="http://test">
      <bpmn:process id="notes" isExecutable="true">${start}<bpmn:manualTask id="Read" />
        <bpmn:sequenceFlow id="flow" sourceRef="Received" targetRef="Read" /></bpmn:process>
      <bpmn:message id="note" name="note" /></bpmn:definitions>`;

    // when
    const story = await buildStory(mapped, {
      startElementId: 'Received',
      parameters: { caseId: 'c-1' },
      variables: { urgency: 3, text: 'private' },
    });

    // then
    expect(story.variables()).toEqual({ caseId: 'c-1', priority: 3 });
  });
});

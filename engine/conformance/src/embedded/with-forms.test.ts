import { withForms } from './with-forms.ts';

const form = '<zeebe:formDefinition externalReference="review" />';

describe('withForms', () => {
  it.each([
    [
      '<bpmn:userTask id="A" />',
      `<bpmn:userTask id="A"><bpmn:extensionElements>${form}</bpmn:extensionElements></bpmn:userTask>`,
    ],
    [
      '<bpmn:userTask id="A"><bpmn:incoming>F</bpmn:incoming></bpmn:userTask>',
      `<bpmn:userTask id="A"><bpmn:extensionElements>${form}</bpmn:extensionElements><bpmn:incoming>F</bpmn:incoming></bpmn:userTask>`,
    ],
    [
      '<bpmn:userTask id="A"><bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements></bpmn:userTask>',
      `<bpmn:userTask id="A"><bpmn:extensionElements>${form}<zeebe:userTask /></bpmn:extensionElements></bpmn:userTask>`,
    ],
    [
      '<bpmn:userTask id="A"><bpmn:extensionElements><zeebe:formDefinition externalReference="other" /></bpmn:extensionElements></bpmn:userTask>',
      `<bpmn:userTask id="A"><bpmn:extensionElements>${form}</bpmn:extensionElements></bpmn:userTask>`,
    ],
  ])('gives %s a form', (task, expected) => {
    expect(withForms(task)).toBe(expected);
  });
});

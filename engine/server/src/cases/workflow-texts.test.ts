import type { CompiledWorkflow } from '../definitions/definition.ts';
import { keyFactsOf, recordsContext } from './case-context.ts';
import { workflowTexts } from './workflow-texts.ts';

const workflow = {
  file: {
    title: 'Cerere',
    stages: [
      { key: 'one', title: 'Prima', elements: [] },
      { key: 'two', title: 'A doua', elements: [] },
    ],
    keyFacts: [
      { label: 'Subiect', value: '=records.formOne.subject' },
      { label: 'Vechime', value: '=case.age + 1' },
      { label: 'Nimic', value: '=records.other.field' },
    ],
  },
  translations: {
    ru: { workflow: { '/title': 'Заявка', '/stages/1/title': 'Вторая' }, process: { Task_One: 'Задача' } },
  },
  processes: new Map([['p', { elements: new Map([['Task_One', { name: 'Sarcina' }]]) }]]),
} as unknown as CompiledWorkflow;

describe('the texts of a workflow', () => {
  it('are translated where there is a translation, and Romanian where there is none', () => {
    // when
    const texts = workflowTexts(workflow, 'ru');

    // then
    expect([
      texts.title,
      texts.stageTitle('one'),
      texts.stageTitle('two'),
      texts.elementName('Task_One', 'Sarcina'),
    ]).toEqual(['Заявка', 'Prima', 'Вторая', 'Задача']);
  });

  it('are Romanian by default', () => {
    // when
    const texts = workflowTexts(workflow, 'ro');

    // then
    expect([
      texts.title,
      texts.elementName('Task_One'),
      texts.elementName('Unknown'),
      texts.stageTitle('none'),
    ]).toEqual(['Cerere', 'Sarcina', 'Unknown', 'none']);
  });

  it('fall back for a language without any', () => {
    // then
    expect(workflowTexts(workflow, 'en').elementName('Task_One', 'Given')).toBe('Given');
  });
});

describe('key facts', () => {
  it('come from the newest records and the case; one that fails is null and hides nothing', () => {
    // given
    const records = recordsContext([
      { formKey: 'form-one', formVersionId: 'v', data: { subject: 'Roof' }, submittedAt: new Date() },
    ]);

    // then
    expect(keyFactsOf(workflow, { records, case: { age: 4 } }, 'ru', new Date('2026-01-05T08:00:00Z'))).toEqual([
      { label: 'Subiect', value: 'Roof' },
      { label: 'Vechime', value: 5 },
      { label: 'Nimic', value: null },
    ]);
  });
});

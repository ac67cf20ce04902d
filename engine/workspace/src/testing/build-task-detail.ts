import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { buildTask } from './build-task.ts';

/** A task with everything its page needs; the form has one text field. */
export function buildTaskDetail(overrides: Partial<TaskDetail> = {}): TaskDetail {
  return {
    ...buildTask(),
    elementId: 'Task_Assess',
    legalReferenceDate: '2026-03-10',
    form: {
      key: 'evaluare-initiala',
      versionId: 'version-1',
      title: 'Evaluare inițială',
      primaryAction: 'Trimite evaluarea',
      schema: {
        type: 'object',
        properties: { conclusion: { type: 'string', title: 'Concluzia', maxLength: 200 } },
        required: ['conclusion'],
      },
      uiSchema: { 'ui:sections': [{ key: 'main', title: 'Concluzia evaluării', fields: ['/conclusion'] }] },
      translations: {},
      legalBasis: [],
      validatorUrl: '/validator.js',
    },
    data: {},
    prefill: [],
    fieldClasses: ['public', 'personal'],
    permissions: { claim: false, release: true, complete: true, delegate: true },
    case: {
      id: 'case-1',
      number: 'PC-2026-000123',
      title: 'Protecția copilului',
      status: 'active',
      openedAt: '2026-03-10T08:00:00Z',
      keyFacts: [{ label: 'Nivelul de risc', value: 'Mediu' }],
    },
    classifiers: [],
    nextSteps: [{ text: 'Aprobarea șefului, în 3 zile lucrătoare' }],
    ...overrides,
  };
}

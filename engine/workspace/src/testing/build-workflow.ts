import type { ProcessInstanceDetail } from '@esocial/contracts/generated/api-process-instances-detail.ts';
import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import type { WorkflowList } from '@esocial/contracts/generated/api-workflows-list.ts';

/** For tests: a procedure that can be started. */
export function buildWorkflow(overrides: Partial<WorkflowList['items'][number]> = {}): WorkflowList['items'][number] {
  return {
    key: 'protectia-copilului',
    title: 'Protecția copilului',
    description: 'De la sesizare la închiderea cazului.',
    startAction: 'Sesizare nouă',
    startForm: 'fisa-sesizare',
    versionId: 'workflow-version-1',
    startedByForm: true,
    ...overrides,
  };
}

/** For tests: the same procedure with its steps. */
export function buildWorkflowDetail(overrides: Partial<WorkflowDetail> = {}): WorkflowDetail {
  return {
    ...buildWorkflow(),
    number: 1,
    legalBasis: [],
    bpmn: '<definitions/>',
    elementNames: {
      Task_Report: 'Înregistrează sesizarea',
      Task_Assess: 'Evaluare inițială',
      Task_Close: 'Închide cazul',
    },
    stages: [
      { key: 'sesizare', title: 'Sesizare', elements: ['Task_Report'] },
      { key: 'evaluare', title: 'Evaluare', elements: ['Task_Assess'] },
      { key: 'inchidere', title: 'Închidere', elements: ['Task_Close'] },
    ],
    ...overrides,
  };
}

/** For tests: an instance of it that stands at the assessment. */
export function buildInstance(overrides: Partial<ProcessInstanceDetail> = {}): ProcessInstanceDetail {
  return {
    id: 'instance-1',
    caseId: 'case-1',
    workflowKey: 'protectia-copilului',
    workflowVersionId: 'workflow-version-1',
    processId: 'Process_1',
    status: 'active',
    startedAt: '2026-03-10T08:00:00Z',
    activeElements: ['Task_Assess'],
    takenFlows: [],
    completedElements: ['Task_Report'],
    incidents: [],
    calledInstances: [],
    ...overrides,
  };
}

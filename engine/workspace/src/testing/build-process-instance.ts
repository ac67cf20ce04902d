import type { ProcessInstanceItem } from '@esocial/contracts/generated/api-process-instances-item.ts';
import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';

/** A running instance as a row of a list. */
export function buildProcessInstanceItem(overrides: Partial<ProcessInstanceItem> = {}): ProcessInstanceItem {
  return {
    ...{ id: 'instance-1', caseId: 'case-1', caseNumber: 'PC-2026-000123' },
    ...{ workflowKey: 'lending', workflowTitle: 'Împrumut', workflowVersionId: 'version-1', workflowNumber: 1 },
    processId: 'lending',
    status: 'active',
    startedAt: '2026-03-09T08:00:00Z',
    activeElements: ['Task_Notify'],
    openIncidents: 0,
    ...overrides,
  };
}

const permissions = {
  ...{ modify: true, cancel: true, suspend: true, migrate: true },
  ...{ setVariables: true, readVariables: false },
};

/** A running instance as its page shows it, for somebody who may do everything but read variables. */
export function buildProcessInstanceView(overrides: Partial<ProcessInstanceView> = {}): ProcessInstanceView {
  return {
    ...buildProcessInstanceItem(),
    version: 7,
    takenFlows: [],
    completedElements: ['Task_First'],
    incidents: [],
    calledInstances: [],
    elements: [
      {
        ...{ elementInstanceId: 'instance-1', elementId: 'lending', elementName: 'Împrumut', elementType: 'process' },
        ...{ parentId: null, variableNames: ['book', 'days'] },
      },
      {
        ...{ elementInstanceId: 'element-1', elementId: 'Task_Notify', elementName: 'Înștiințează managerul' },
        ...{ elementType: 'serviceTask', parentId: 'instance-1', variableNames: [] },
      },
    ],
    timers: [],
    jobs: [],
    subscriptions: [],
    tasks: [],
    permissions,
    ...overrides,
  };
}

const bpmn = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="lending">
  <startEvent id="Start" /><userTask id="Task_First" /><serviceTask id="Task_Notify" /><endEvent id="End" />
</process></definitions>`;

/** The version of the procedure that the instances run by. */
export function buildWorkflowDetail(overrides: Partial<WorkflowDetail> = {}): WorkflowDetail {
  return {
    ...{ key: 'lending', versionId: 'version-1', number: 1, title: 'Împrumut', startAction: 'Începe' },
    startForm: 'loan',
    legalBasis: [],
    bpmn,
    elementNames: { Task_First: 'Primul pas', Task_Notify: 'Înștiințează managerul' },
    stages: [{ key: 'one', title: 'Etapa întâi', elements: ['Task_First', 'Task_Notify'] }],
    ...overrides,
  };
}

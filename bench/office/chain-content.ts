import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A procedure: a chain of user tasks that all use the form `step`. */
export interface ChainWorkflow {
  key: string;
  tasks: number;
  /** Role whose queue the tasks are in; `starter`: each task is given to who started the case. */
  assignment: 'starter' | 'clerk' | 'reviewer' | 'alternating';
  /** Each task reminds of itself after this long (ISO 8601): a timer that leaves it open. */
  reminder?: string;
  /** Its tasks have no deadline. */
  unlimited?: boolean;
}

const basis = [{ act: 'Act 1/2020', article: '2' }];
const texts = (text: string) => ({ ro: text, ru: text, en: text });
const open = ['public', 'personal', 'special', 'sealed'] as const;

const requestSchema = {
  type: 'object',
  required: ['subject'],
  properties: { subject: { type: 'string', title: 'Subject', maxLength: 200 } },
};

/** A short form of eight fields, about what a task asks for. */
const stepSchema = {
  type: 'object',
  required: ['outcome', 'doneOn'],
  properties: {
    outcome: {
      type: 'string',
      title: 'Outcome',
      oneOf: ['accepted', 'refused', 'postponed'].map((value) => ({ const: value, title: value })),
    },
    doneOn: { type: 'string', format: 'date', title: 'Done on' },
    hours: { type: 'integer', minimum: 0, maximum: 100, title: 'Hours' },
    amount: { type: 'number', format: 'money', minimum: 0, title: 'Amount' },
    place: { type: 'string', maxLength: 100, title: 'Place' },
    urgent: { type: 'boolean', title: 'Urgent' },
    reason: { type: 'string', maxLength: 200, title: 'Reason', 'x-visible-when': '= urgent = true' },
    remark: { type: 'string', maxLength: 2000, title: 'Remark' },
  },
};

export const stepData = {
  outcome: 'accepted',
  doneOn: '2026-03-12',
  hours: 3,
  amount: 1250.5,
  place: 'Second floor, room 14',
  urgent: true,
  reason: 'Waits for the other office',
  remark: 'Papers are complete; copies of both are kept with the request and the original was given back.',
};

function formFiles(key: string, schema: object, data: object): Record<string, unknown> {
  const translation = { form: { '/title': key, '/primaryAction': 'Send' } };
  return {
    [`forms/${key}/form.json`]: { key, title: key, legalBasis: basis, primaryAction: 'Send' },
    [`forms/${key}/schema.json`]: schema,
    [`forms/${key}/ui-schema.json`]: {},
    [`forms/${key}/translations/ru.json`]: translation,
    [`forms/${key}/translations/en.json`]: translation,
    [`forms/${key}/fixtures/valid.json`]: { name: 'Valid', data, errors: [] },
  };
}

function userTask(index: number, { assignment, unlimited }: ChainWorkflow): string {
  const role = assignment === 'reviewer' || (assignment === 'alternating' && index % 2 === 1) ? 'reviewer' : 'clerk';
  const toStarter = assignment === 'starter' || (assignment === 'alternating' && index % 2 === 0);
  return `<bpmn:userTask id="Task_${index}" name="Step ${index}"><bpmn:extensionElements>
    <zeebe:userTask /><zeebe:formDefinition externalReference="step" />
    <zeebe:assignmentDefinition candidateGroups="${role}" />
    <zeebe:ioMapping><zeebe:output source="=data.outcome" target="outcome" /></zeebe:ioMapping>
    <zeebe:properties>${unlimited ? '' : '<zeebe:property name="deadlineRule" value="step-time" />'}
      ${toStarter ? '<zeebe:property name="assignTo" value="starter" />' : ''}</zeebe:properties>
  </bpmn:extensionElements></bpmn:userTask>`;
}

function reminderOf(index: number, after: string): string {
  return `<bpmn:boundaryEvent id="Reminder_${index}" attachedToRef="Task_${index}" cancelActivity="false">
    <bpmn:timerEventDefinition><bpmn:timeDuration>${after}</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent><bpmn:endEvent id="Reminded_${index}" />
    <bpmn:sequenceFlow id="Flow_Reminded_${index}" sourceRef="Reminder_${index}" targetRef="Reminded_${index}" />`;
}

function chainProcess(workflow: ChainWorkflow): string {
  const { key, tasks, reminder } = workflow;
  const indexes = Array.from({ length: tasks }, (_, index) => index);
  const ids = ['Start', ...indexes.map((index) => `Task_${index}`), 'End'];
  const flows = ids
    .slice(1)
    .map((id, index) => `<bpmn:sequenceFlow id="Flow_${index}" sourceRef="${ids[index]}" targetRef="${id}" />`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="bench">
  <bpmn:process id="${key}" name="${key}" isExecutable="true"><bpmn:startEvent id="Start" />
    ${indexes.map((index) => userTask(index, workflow)).join('\n')}
    ${reminder ? indexes.map((index) => reminderOf(index, reminder)).join('\n') : ''}
    <bpmn:endEvent id="End" />${flows.join('')}</bpmn:process>
</bpmn:definitions>`;
}

function workflowFiles(workflow: ChainWorkflow): Record<string, unknown> {
  const { key, tasks } = workflow;
  const half = Math.ceil(tasks / 2);
  const elements = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `Task_${from + index}`);
  return {
    [`workflows/${key}/workflow.json`]: {
      ...{ key, title: key, legalBasis: basis, startForm: 'request', startAction: 'Start', caseNumberPrefix: 'REQ' },
      startVariables: { subject: '=data.subject' },
      stages: [
        { key: 'first', title: 'First', elements: elements(0, half) },
        ...(tasks > half ? [{ key: 'second', title: 'Second', elements: elements(half, tasks) }] : []),
      ],
    },
    [`workflows/${key}/process.bpmn`]: chainProcess(workflow),
    [`workflows/${key}/translations/ru.json`]: { workflow: { '/title': key } },
    [`workflows/${key}/translations/en.json`]: { workflow: { '/title': key } },
  };
}

function role(key: string): Record<string, unknown> {
  const permission = (action: string, relation: string) => ({ action, relation, classes: open });
  return {
    ...{ key, title: texts(key), home: 'worklist' },
    permissions: [
      ...['task.list', 'task.read', 'task.claim', 'case.read', 'deadline.read'].map((name) => permission(name, 'team')),
      ...['task.release', 'task.complete', 'task.delegate'].map((name) => permission(name, 'own')),
      permission('case.start', 'institution'),
      permission('notification.read', 'own'),
    ],
  };
}

const policies: Record<string, unknown> = {
  'classifiers/cuatm/classifier.json': {
    ...{ key: 'cuatm', title: texts('Places'), category: 'national', hierarchical: true },
    ...{ officialNamesOnlyIn: 'ro', attributes: [] },
  },
  'classifiers/cuatm/items.csv': 'code,parent,validFrom,validTo,ro,ru,en\n0101000,,2020-01-01,,Town,,\n',
  'policies/roles/clerk.json': role('clerk'),
  'policies/roles/reviewer.json': role('reviewer'),
  'policies/roles/archivist.json': role('archivist'),
  'policies/calendars/week.json': {
    ...{ key: 'week', title: texts('Week'), timeZone: 'Europe/Chisinau', workingDays: [1, 2, 3, 4, 5] },
    ...{ workingHours: { from: '08:00', to: '17:00' }, extraWorkingDays: [] },
    holidays: [{ date: '2026-01-01', name: texts('New Year') }],
  },
  'policies/deadline-rules/step-time.json': {
    ...{ key: 'step-time', title: texts('Time for a step'), amount: { parameter: 'step-days' } },
    ...{ unit: 'workingDays', calendar: 'week', atRisk: { remaining: 1 }, legalBasis: basis },
    ladder: [{ at: 'breached', notify: ['assignee'] }],
  },
  'policies/parameters/step-days.json': {
    ...{ key: 'step-days', title: texts('Days'), unit: 'workingDays' },
    values: [{ validFrom: '2020-01-01', value: 5, act: 'Act 1/2020', needsLegalConfirmation: false }],
  },
  'policies/organisation.json': {
    institutions: [
      {
        ...{ key: 'office', idno: null, name: 'Office', kind: 'agency', parent: null, territory: '0101000' },
        teams: [{ key: 'counter', name: 'Counter' }],
      },
    ],
  },
};

/** Writes a content folder with these procedures to a temporary place; nothing in it is about any field of work. */
export function writeChainContent(workflows: readonly ChainWorkflow[]): { root: string; remove(): void } {
  const root = mkdtempSync(path.join(tmpdir(), 'bench-content-'));
  const files = {
    ...policies,
    ...formFiles('request', requestSchema, { subject: 'A request' }),
    ...formFiles('step', stepSchema, stepData),
    ...Object.assign({}, ...workflows.map(workflowFiles)),
  } as Record<string, unknown>;
  for (const [file, value] of Object.entries(files)) {
    const target = path.join(root, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

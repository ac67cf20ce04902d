import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { redactByClass } from '@esocial/form-core/field-classes.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { valueAt } from '@esocial/form-core/pointer.ts';
import { prefillForm } from '@esocial/form-core/prefill.ts';
import type { PrefilledValue } from '@esocial/form-core/prefill.ts';
import type { Actor, Language } from '../access/actor.ts';
import { decide, requireAccess } from '../access/decide.ts';
import type { Audit } from '../audit/audit.ts';
import type { LatestRecord } from '../cases/case-context.ts';
import { keyFactsOf, listLatestRecords, recordsContext, redactRecords } from '../cases/case-context.ts';
import { workflowTexts } from '../cases/workflow-texts.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { deadlineView } from '../deadlines/deadline-view.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import type { CompiledWorkflow, LoadedForm, Pins } from '../definitions/definition.ts';
import { formPayload, formTitle } from '../records/form-payload.ts';
import { listNextSteps } from './next-steps.ts';
import { describeSource, fitReferences } from './prefill-source.ts';
import type { TaskDetailRow } from './task-detail-row.ts';
import { getDetailRow } from './task-detail-row.ts';
import { presentTask } from './task-row.ts';

export interface TaskDetailDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** What is known of a task when its form opens. */
interface TaskContext {
  readonly row: TaskDetailRow;
  readonly form: LoadedForm;
  readonly workflow: CompiledWorkflow;
  readonly pins: Pins;
  readonly records: readonly LatestRecord[];
  readonly caseFacts: JsonObject;
}

/** Everything that the page of a task needs, in one payload; leaves the audit row of the read. */
export async function getTaskDetail(
  dependencies: TaskDetailDependencies,
  actor: Actor,
  taskId: string,
  language: Language,
): Promise<TaskDetail> {
  const { database, definitions, audit, clock } = dependencies;
  const now = clock.now();
  const row = await getDetailRow(database, taskId);
  const object = {
    institutionId: row.institution_id,
    teamId: row.team_id,
    territoryId: row.territory_id,
    assigneeId: row.assignee_id,
  };
  const { classes } = requireAccess(actor, 'task.read', object);
  const context = await readContext(dependencies, row);
  const { data, prefilled } = initialForm(context, actor, row.legal_reference_date);
  const known = await redactRecords(definitions, context.records, classes);
  const visible = redactByClass(context.form.compiled, row.draft_data ?? data, new Set(classes)).data;
  await audit.record(actor, {
    verb: 'task.read',
    objectType: 'task',
    objectId: row.id,
    caseId: row.case_id,
    subjectIds: row.person_id ? [row.person_id] : [],
    fields: Object.keys(visible),
  });

  const may = (action: string): boolean => decide(actor, action, object).allowed;
  const open = row.state === 'open';
  const mine = row.assignee_id === actor.userId;
  return {
    ...(await presentTask(definitions, row, language, now)),
    elementId: row.element_id,
    legalReferenceDate: row.legal_reference_date,
    ...(await formPayload(definitions, row.form_version_id, context.pins)),
    data: visible,
    prefill: await presentPrefill(definitions, context, prefilled, visible, language),
    ...(row.draft_version === null
      ? {}
      : {
          draft: {
            version: row.draft_version,
            updatedAt: row.draft_updated_at?.toISOString() ?? '',
            updatedBy: row.draft_updated_by ?? '',
          },
        }),
    fieldClasses: [...classes],
    permissions: {
      claim:
        open &&
        row.assignee_id === null &&
        may('task.claim') &&
        (row.roles.some((role) => actor.roles.includes(role)) || may('task.reassign')),
      release: open && row.assignee_id !== null && may('task.release'),
      complete: open && mine && may('task.complete'),
      delegate: open && may('task.delegate'),
    },
    case: presentCase({ ...context, records: known }, language, now),
    ...(row.deadline ? { deadline: await deadlineView(definitions, row.deadline, language, now) } : {}),
    // Free text about a person, as a field without a class is.
    ...(row.return_note && classes.includes('personal') ? { returnNote: row.return_note } : {}),
    nextSteps: await listNextSteps(definitions, {
      workflow: context.workflow,
      pins: context.pins,
      elementId: row.element_id,
      day: row.legal_reference_date,
      language,
    }),
  };
}

/** The data that a task's form opens with: the record it goes on with, and what is known already. */
export async function initialTaskData(
  dependencies: TaskDetailDependencies,
  taskId: string,
  actor: Actor,
): Promise<JsonObject> {
  const row = await getDetailRow(dependencies.database, taskId);
  return initialForm(await readContext(dependencies, row), actor, row.legal_reference_date).data;
}

async function readContext(
  { database, definitions }: TaskDetailDependencies,
  row: TaskDetailRow,
): Promise<TaskContext> {
  const [form, workflow, { pins }, records] = await Promise.all([
    definitions.compiledForm(row.form_version_id),
    definitions.compiledWorkflow(row.workflow_version_id),
    definitions.getPinSet(row.pin_set_id),
    listLatestRecords(database, row.case_id),
  ]);
  const caseFacts = {
    id: row.case_id,
    number: row.case_number,
    openedAt: row.opened_at.toISOString(),
    legalReferenceDate: row.legal_reference_date,
    status: row.case_status,
    stage: row.case_stage,
  };
  return { row, form, workflow, pins, records, caseFacts };
}

function initialForm(
  { row, form, records, caseFacts }: TaskContext,
  actor: Actor,
  day: string,
): { data: JsonObject; prefilled: readonly PrefilledValue[] } {
  const continued = row.continues_record ? records.find(({ formKey }) => formKey === row.form_key) : undefined;
  const { data, prefilled } = prefillForm(form.compiled, continued?.data ?? {}, {
    case: caseFacts,
    person: row.person,
    records: recordsContext(records),
    today: day,
    user: { id: actor.userId, name: actor.displayName, institutionId: actor.institutionId },
  });
  return { data: fitReferences(form.compiled, data), prefilled };
}

async function presentPrefill(
  definitions: DefinitionReader,
  context: TaskContext,
  prefilled: readonly PrefilledValue[],
  visible: JsonObject,
  language: Language,
): Promise<TaskDetail['prefill']> {
  const formTitles = new Map(
    await Promise.all(
      context.records.map(async ({ formKey, formVersionId }): Promise<[string, string]> => [
        formKey,
        await formTitle(definitions, formVersionId, language),
      ]),
    ),
  );
  return prefilled
    .filter(({ path }) => valueAt(visible, path) !== undefined)
    .map(({ path, value, sources }) => ({
      path,
      value,
      source: describeSource({ ...context, formTitles, path, sources, language }),
    }));
}

function presentCase(
  { row, workflow, records, caseFacts }: TaskContext,
  language: Language,
  now: Date,
): TaskDetail['case'] {
  const texts = workflowTexts(workflow, language);
  return {
    id: row.case_id,
    number: row.case_number,
    title: texts.title,
    status: row.case_status,
    ...(row.case_stage ? { stage: { key: row.case_stage, title: texts.stageTitle(row.case_stage) } } : {}),
    ...(row.manager_name ? { managerName: row.manager_name } : {}),
    openedAt: row.opened_at.toISOString(),
    keyFacts: keyFactsOf(workflow, { records: recordsContext(records), case: caseFacts }, language, now),
  };
}

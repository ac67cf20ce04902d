import { compileExpression, stripEquals } from '@esocial/process-core/feel/compile.ts';
import type { Json, Variables } from '@esocial/process-core/types.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { valueAt } from '@esocial/form-core/pointer.ts';
import type { WorkflowFile } from '@esocial/contracts/generated/workflow.ts';
import type { Actor } from '../access/actor.ts';
import { requireAccess } from '../access/decide.ts';
import { auditRow } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import { legalDay } from '../clock/legal-day.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { startedByForm } from '../definitions/compile-workflow.ts';
import type { CompiledWorkflow, PinSet } from '../definitions/definition.ts';
import { ConflictError } from '../errors/app-error.ts';
import type { IdempotencyClaim } from '../http/route.ts';
import { newId } from '../ids/new-id.ts';
import type { CaseFacts } from '../process/case-facts.ts';
import { idempotencyRow } from '../process/idempotency.ts';
import type { NextTask } from '../process/next-task.ts';
import { nextTaskFor } from '../process/next-task.ts';
import type { ProcessEngine } from '../process/process-engine.ts';
import type { RecordRow } from '../process/step-writes.ts';
import { checkSubmission } from '../records/check-submission.ts';
import type { CheckedReferences } from '../records/form-references.ts';
import { checkReferences, referencesIn } from '../records/form-references.ts';
import { findCasePlace } from './case-place.ts';
import type { CasePlace } from './case-place.ts';
import { openCaseRow } from './open-case-row.ts';

export interface StartCaseDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly engine: ProcessEngine;
  readonly clock: Clock;
}

export interface StartCaseRequest {
  readonly actor: Actor;
  readonly workflow: string;
  readonly data: JsonObject;
  readonly legalReferenceDate?: string | undefined;
  readonly idempotency?: IdempotencyClaim | undefined;
}

export interface StartedCase {
  readonly caseId: string;
  readonly number: string;
  readonly recordId: string;
  readonly next: NextTask;
}

/** Starts a procedure from its start form: the case, its first record and its process commit together. */
export async function startCase(dependencies: StartCaseDependencies, request: StartCaseRequest): Promise<StartedCase> {
  const { database, definitions, engine, clock } = dependencies;
  const { actor, workflow: workflowKey, idempotency } = request;
  const { classes } = requireAccess(actor, 'case.start', { institutionId: actor.institutionId, teamId: actor.teamId });
  const day = request.legalReferenceDate ?? legalDay(clock.now());
  const pinSet = await definitions.pinsFor(workflowKey, day);
  const workflow = await definitions.compiledWorkflow(definitions.pinned(pinSet.pins, 'workflow', workflowKey));
  requireFormStart(workflow);
  const formVersionId = definitions.pinned(pinSet.pins, 'form', workflow.file.startForm);
  const checked = await checkSubmission(definitions, {
    formVersionId,
    pins: pinSet.pins,
    data: request.data,
    day,
    classes,
  });
  const references = await checkReferences(database, referencesIn(checked.form, checked.data), {
    caseId: null,
    userId: actor.userId,
  });
  const place = await findCasePlace(database, actor, textAt(checked.data, workflow.file.territory));
  const facts = factsOf({ actor, workflow, pinSet, day, place, data: checked.data, references });

  const recordId = newId();
  const outcome = await engine.startInstance({
    facts,
    instanceId: newId(),
    actorId: actor.userId,
    variables: await startVariables(definitions, pinSet, workflow.file, facts, checked.data),
    writes: {
      startDraft: { user_id: actor.userId, workflow_key: workflowKey },
      openCase: openCaseRow(facts, place, workflow.file, clock.now()),
      records: [recordRow(actor, recordId, checked.formKey, formVersionId, checked.data)],
      documents: [...references.documentIds],
      events: [{ kind: 'case', event: 'case.opened', record_id: recordId, params: { workflow: workflowKey } }],
      audit: [
        auditRow(actor, {
          verb: 'case.started',
          objectType: 'case',
          objectId: facts.id,
          caseId: facts.id,
          subjectIds: references.persons.map(({ id }) => id),
          fields: checked.fields,
        }),
      ],
    },
    note:
      idempotency &&
      ((made) =>
        idempotencyRow(
          idempotency,
          201,
          { caseId: facts.id, recordId, next: { ...nextTaskFor(actor, made) } },
          { location: `/api/v1/cases/${facts.id}` },
        )),
  });
  return { caseId: facts.id, number: outcome.caseNumber ?? '', recordId, next: nextTaskFor(actor, outcome) };
}

function requireFormStart(workflow: CompiledWorkflow): void {
  if (startedByForm(workflow)) return;
  throw new ConflictError(
    'not_started_by_form',
    `Cases of ${workflow.file.key} are started by a message, a signal or a timer only`,
  );
}

function textAt(data: JsonObject, pointer: string | undefined): string | null {
  const value = pointer === undefined ? undefined : valueAt(data, pointer);
  return typeof value === 'string' ? value : null;
}

interface FactSources {
  readonly actor: Actor;
  readonly workflow: CompiledWorkflow;
  readonly pinSet: PinSet;
  readonly day: string;
  readonly place: CasePlace;
  readonly data: JsonObject;
  readonly references: CheckedReferences;
}

function factsOf({ actor, workflow, pinSet, day, place, data, references }: FactSources): CaseFacts {
  const subjectId = textAt(data, workflow.file.subject && `${workflow.file.subject}/personId`);
  return {
    id: newId(),
    number: null,
    workflowKey: workflow.file.key,
    workflowVersionId: workflow.versionId,
    pinSetId: pinSet.pinSetId,
    legalReferenceDate: day,
    status: 'active',
    stage: null,
    outcome: null,
    managerId: null,
    openedBy: actor.userId,
    institutionId: place.institutionId,
    teamId: place.teamId,
    territoryId: place.territoryId,
    person: references.persons.find(({ id }) => id === subjectId) ?? null,
  };
}

/** What a process gets at its start: the law's parameters, what the workflow file takes from the form, the case's id. */
async function startVariables(
  definitions: DefinitionReader,
  pinSet: PinSet,
  file: WorkflowFile,
  facts: CaseFacts,
  data: JsonObject,
): Promise<Variables> {
  const parameters = await definitions.parametersAt(pinSet.pins, facts.legalReferenceDate);
  const now = `${facts.legalReferenceDate}T12:00:00Z`;
  const taken = Object.entries(file.startVariables ?? {}).map(([name, source]): [string, Json] => {
    const expression = compileExpression(stripEquals(source) ?? source);
    return [name, expression.evaluate({ data }, { now }).value];
  });
  return { ...parameters, ...Object.fromEntries(taken), caseId: facts.id, starterId: facts.openedBy, data };
}

function recordRow(
  actor: Actor,
  recordId: string,
  formKey: string,
  formVersionId: string,
  data: JsonObject,
): RecordRow {
  return {
    id: recordId,
    series_id: recordId,
    version: 1,
    form_key: formKey,
    form_version_id: formVersionId,
    task_id: null,
    element_id: null,
    data,
    submitted_by: actor.userId,
  };
}

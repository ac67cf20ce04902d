import { CommandRejected } from '@esocial/process-core/types.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Actor } from '../access/actor.ts';
import { requireAccess } from '../access/decide.ts';
import { auditRow } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { ConflictError } from '../errors/app-error.ts';
import type { IdempotencyClaim } from '../http/route.ts';
import { newId } from '../ids/new-id.ts';
import { retryConflicts } from '../process/embedded/embedded-engine.ts';
import { idempotencyRow } from '../process/idempotency.ts';
import type { NextTask } from '../process/next-task.ts';
import { nextTaskFor } from '../process/next-task.ts';
import type { ProcessEngine } from '../process/process-engine.ts';
import type { CallerWrites } from '../process/step-writes.ts';
import type { CheckedSubmission } from '../records/check-submission.ts';
import { checkSubmission } from '../records/check-submission.ts';
import type { CheckedReferences } from '../records/form-references.ts';
import { checkReferences, referencesIn } from '../records/form-references.ts';
import { loadTask } from './load-task.ts';
import type { LoadedTask } from './load-task.ts';
import { requireAssignee, requireOpen, taskObject } from './task.ts';

export interface SubmitDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly engine: ProcessEngine;
}

export interface SubmitRequest {
  readonly actor: Actor;
  readonly taskId: string;
  readonly data: JsonObject;
  readonly idempotency?: IdempotencyClaim | undefined;
}

export interface SubmittedTask {
  readonly recordId: string;
  readonly next: NextTask;
}

/**
 * Completes a task with its form: two round trips (one to load, one to commit), a third when persons or documents are
 * named. When somebody else moved the case in between, it is done again from what is there now.
 */
export function submitTask(dependencies: SubmitDependencies, request: SubmitRequest): Promise<SubmittedTask> {
  return retryConflicts(() => trySubmit(dependencies, request));
}

async function trySubmit(
  { database, definitions, engine }: SubmitDependencies,
  request: SubmitRequest,
): Promise<SubmittedTask> {
  const { actor, idempotency } = request;
  const task = await loadTask(database, request.taskId);
  const { classes } = requireAccess(actor, 'task.complete', taskObject(task));
  requireOpen(task);
  requireAssignee(task, actor);
  const { pins } = await definitions.getPinSet(task.facts.pinSetId);
  const { formVersionId, facts, prior } = task;
  const checked = await checkSubmission(definitions, {
    formVersionId,
    pins,
    data: request.data,
    day: facts.legalReferenceDate,
    classes,
    prior: prior?.data,
  });
  const references = await checkReferences(database, referencesIn(checked.form, checked.data), {
    caseId: facts.id,
    userId: actor.userId,
  });
  const recordId = newId();
  try {
    const outcome = await engine.completeUserTask({
      facts,
      instances: task.instances,
      instanceId: task.instanceId,
      taskId: task.id,
      actorId: actor.userId,
      data: checked.data,
      writes: writesOf(actor, task, recordId, checked, references),
      note:
        idempotency &&
        ((outcome) => idempotencyRow(idempotency, 201, { recordId, next: { ...nextTaskFor(actor, outcome) } })),
    });
    return { recordId, next: nextTaskFor(actor, outcome) };
  } catch (error) {
    if (error instanceof CommandRejected)
      throw new ConflictError('task_withdrawn', `The process no longer waits for the task ${task.id}`);
    throw error;
  }
}

function writesOf(
  actor: Actor,
  task: LoadedTask,
  recordId: string,
  checked: CheckedSubmission,
  references: CheckedReferences,
): CallerWrites {
  const { prior, facts } = task;
  return {
    completedTask: { id: task.id, assignee_id: actor.userId, unlimited: !task.hasDeadline },
    records: [
      {
        id: recordId,
        series_id: prior?.seriesId ?? recordId,
        version: (prior?.version ?? 0) + 1,
        form_key: task.formKey,
        form_version_id: task.formVersionId,
        task_id: task.id,
        element_id: task.elementId,
        data: checked.data,
        submitted_by: actor.userId,
      },
    ],
    documents: [...references.documentIds],
    events: [
      {
        kind: 'task',
        event: 'task.completed',
        task_id: task.id,
        record_id: recordId,
        params: { elementId: task.elementId },
      },
    ],
    audit: [
      auditRow(actor, {
        verb: 'task.completed',
        objectType: 'task',
        objectId: task.id,
        caseId: facts.id,
        subjectIds: subjectsOf(task, references),
        fields: checked.fields,
      }),
    ],
  };
}

function subjectsOf({ facts }: LoadedTask, { persons }: CheckedReferences): string[] {
  return [...new Set([...(facts.person ? [facts.person.id] : []), ...persons.map(({ id }) => id)])];
}

import { createHash } from 'node:crypto';
import type { InstanceState, Variables } from '@esocial/process-core/types.ts';
import { startDeadline } from '../../deadlines/start-deadline.ts';
import { isId, newId } from '../../ids/new-id.ts';
import type { QueueRow, TaskRow } from '../step-writes.ts';
import type { DrivenInstance, EffectOf, StepSheet } from './step-sheet.ts';
import { dropRow } from './step-sheet.ts';

/** A user task has become active: its row, its queue, its deadline, and word to whom it is given. */
export async function createTask(
  sheet: StepSheet,
  instance: DrivenInstance,
  effect: EffectOf<'userTaskCreated'>,
): Promise<void> {
  const { facts, rows } = sheet;
  const formVersionId = effect.formKey && sheet.definitions.findFormVersionId(effect.formKey);
  if (!effect.formKey || !formVersionId) {
    failTask(sheet, instance, effect);
    return;
  }
  const queue = queueFor(effect.candidateGroups, effect.properties['territory'] === 'all' ? everywhere : facts);
  rows.queues.push(queue);
  const assignee = assigneeFor(sheet, effect);
  const variables = { ...visibleVariables(instance.state, effect.elementInstanceId), ...effect.variables };
  const continues = effect.properties['record'] === 'continue';
  const note = continues ? variables['returnNote'] : effect.variables['returnNote'];
  const task: TaskRow = {
    id: effect.elementInstanceId,
    instance_id: instance.id,
    element_id: effect.elementId,
    name: effect.name || effect.elementId,
    form_key: effect.formKey,
    form_version_id: formVersionId,
    queue_id: queue.id,
    assignee_id: assignee,
    priority: effect.priority,
    due_at: null,
    at_risk_at: null,
    workflow_key: facts.workflowKey,
    workflow_version_id: facts.workflowVersionId,
    stage: facts.stage,
    case_number: facts.number,
    person_id: facts.person?.id ?? null,
    person_name: facts.person?.name ?? null,
    person_birth_date: facts.person?.birthDate ?? null,
    institution_id: facts.institutionId,
    team_id: facts.teamId,
    territory_id: facts.territoryId,
    follower_id: facts.managerId ?? facts.openedBy,
    return_note: typeof note === 'string' && note !== '' ? note : null,
    continues_record: continues,
  };
  rows.tasks.push(task);
  await addDeadline(sheet, effect, task, variables);
  if (assignee && assignee !== sheet.actorId) {
    rows.notifications.push({
      id: newId(),
      user_id: assignee,
      kind: 'task.assigned',
      params: { name: task.name },
      task_id: task.id,
    });
  }
}

/** Without a form nobody can do the task: an incident of the element. */
function failTask(sheet: StepSheet, instance: DrivenInstance, effect: EffectOf<'userTaskCreated'>): void {
  const { elementInstanceId, elementId, formKey } = effect;
  const message = formKey
    ? `The user task "${elementId}" has the form "${formKey}", which this case does not have. Correct the form, or migrate the instance.`
    : `The user task "${elementId}" names no form. Name one, and migrate the instance.`;
  const command = { type: 'failActivation', elementInstanceId, kind: 'FORM_NOT_FOUND', message } as const;
  sheet.queue.push({ do: 'command', instanceId: instance.id, command });
}

async function addDeadline(
  sheet: StepSheet,
  effect: EffectOf<'userTaskCreated'>,
  task: TaskRow,
  variables: Variables,
): Promise<void> {
  const ruleKey = effect.properties['deadlineRule'];
  if (!ruleKey) {
    task.due_at = effect.dueDate;
    return;
  }
  const pinned = await sheet.definitions.deadlineRule(ruleKey);
  const deadline = startDeadline(pinned, variables, sheet.now);
  task.due_at = deadline.dueAt.toISOString();
  task.at_risk_at = deadline.atRiskAt.toISOString();
  sheet.rows.deadlines.push({
    id: newId(),
    task_id: task.id,
    rule_version_id: pinned.versionId,
    due_at: task.due_at,
    at_risk_at: task.at_risk_at,
    next_alert_at: deadline.nextAlertAt?.toISOString() ?? null,
    explanation: { ...deadline.explanation },
  });
}

/** The variables that an element instance sees: the root's, overlaid by each scope down to its own. */
function visibleVariables(state: InstanceState | null, elementInstanceId: string): Variables {
  const scopes: Variables[] = [];
  for (let id: string | null = elementInstanceId; id !== null && state; id = state.elements[id]?.parentId ?? null) {
    scopes.unshift(state.variables[id] ?? {});
  }
  return Object.assign({}, state?.variables[state.instanceId], ...scopes) as Variables;
}

/** Who has the task from the start: by `assignTo`, or by an assignee in the diagram that is a user's id. */
function assigneeFor(sheet: StepSheet, effect: EffectOf<'userTaskCreated'>): string | null {
  switch (effect.properties['assignTo']) {
    case 'caseManager':
      return sheet.facts.managerId;
    case 'starter':
      return sheet.facts.openedBy;
    case 'previous':
      return sheet.actorId;
    default:
      return effect.assignee && isId(effect.assignee) ? effect.assignee : null;
  }
}

interface QueuePlace {
  readonly institutionId: string | null;
  readonly teamId: string | null;
}

const everywhere: QueuePlace = { institutionId: null, teamId: null };

/** The queue of candidate roles at a place. Its id is computed, so nobody has to look it up. */
export function queueFor(candidateGroups: readonly string[], { institutionId, teamId }: QueuePlace): QueueRow {
  const roles = [...new Set(candidateGroups)].sort();
  const hash = createHash('sha256')
    .update(JSON.stringify([roles, institutionId, teamId]))
    .digest('hex');
  // The version digit 8 marks a UUID of one's own making (RFC 9562).
  const id = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  return { id, roles, institution_id: institutionId, team_id: teamId };
}

export function withdrawTask(sheet: StepSheet, _instance: DrivenInstance, effect: EffectOf<'userTaskWithdrawn'>): void {
  const id = effect.elementInstanceId;
  const deadline = sheet.rows.deadlines.findIndex((row) => row.task_id === id);
  if (deadline >= 0) sheet.rows.deadlines.splice(deadline, 1);
  if (dropRow(sheet.rows.tasks, id)) return;
  sheet.removed.tasks.push(id);
  sheet.rows.events.push({
    kind: 'task',
    event: 'task.withdrawn',
    task_id: id,
    params: { elementId: effect.elementId },
  });
}

import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import type { Language } from '../access/actor.ts';
import { workflowTexts } from '../cases/workflow-texts.ts';
import { ageOn, legalDay } from '../clock/legal-day.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import type { TaskState } from './task.ts';

/** A task as lists read it. Instants of tasks without a deadline are infinite. */
export interface TaskListRow {
  id: string;
  case_id: string;
  case_number: string;
  element_id: string;
  name: string;
  workflow_key: string;
  workflow_version_id: string;
  stage: string | null;
  person_id: string | null;
  person_name: string | null;
  person_birth_date: string | null;
  locality: string | null;
  due_at: Date | number;
  at_risk_at: Date | number;
  priority: number;
  state: TaskState;
  assignee_id: string | null;
  assignee_name: string | null;
  created_at: Date;
  claimed_at: Date | null;
  completed_at: Date | null;
  version: number;
  form_key: string;
}

/** The columns of a list row; `t` is the task, `a` its assignee, `l` its territory. */
export const listColumns = `
  t.id, t.case_id, t.case_number, t.element_id, t.name, t.workflow_key, t.workflow_version_id, t.stage, t.person_id,
  t.person_name, t.person_birth_date, l.name as locality, t.due_at, t.at_risk_at, t.priority, t.state, t.assignee_id,
  a.last_name || ' ' || a.first_name as assignee_name, t.created_at, t.claimed_at, t.completed_at, t.version, t.form_key`;

export const listJoins = `
  left join users a on a.id = t.assignee_id
  left join territories l on l.id = t.territory_id`;

export function toInstant(at: Date | number | null): string | undefined {
  return at instanceof Date ? at.toISOString() : undefined;
}

/** Shapes rows for the interface, in its language. */
export async function presentTasks(
  definitions: DefinitionReader,
  rows: readonly TaskListRow[],
  language: Language,
  now: Date,
): Promise<TaskListItem[]> {
  return Promise.all(rows.map((row) => presentTask(definitions, row, language, now)));
}

export async function presentTask(
  definitions: DefinitionReader,
  row: TaskListRow,
  language: Language,
  now: Date,
): Promise<TaskListItem> {
  const texts = workflowTexts(await definitions.compiledWorkflow(row.workflow_version_id), language);
  return {
    id: row.id,
    name: texts.elementName(row.element_id, row.name),
    caseId: row.case_id,
    caseNumber: row.case_number,
    workflow: { key: row.workflow_key, title: texts.title },
    ...(row.stage ? { stage: { key: row.stage, title: texts.stageTitle(row.stage) } } : {}),
    ...presentPerson(row, now),
    ...(row.locality ? { locality: row.locality } : {}),
    ...present('dueAt', toInstant(row.due_at)),
    ...present('atRiskAt', toInstant(row.at_risk_at)),
    deadlineState: deadlineState(row, now),
    priority: row.priority,
    state: row.state,
    ...(row.assignee_id ? { assignee: { id: row.assignee_id, displayName: row.assignee_name ?? '' } } : {}),
    createdAt: row.created_at.toISOString(),
    ...present('claimedAt', toInstant(row.claimed_at)),
    ...present('completedAt', toInstant(row.completed_at)),
    version: row.version,
    formKey: row.form_key,
  };
}

function present<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: string };
}

export function presentPerson(
  row: { person_id: string | null; person_name: string | null; person_birth_date: string | null },
  now: Date,
): Pick<TaskListItem, 'person'> {
  const { person_id: id, person_name: name, person_birth_date: birthDate } = row;
  if (!id) return {};
  return {
    person: { id, displayName: name ?? '', ...(birthDate ? { birthDate, age: ageOn(birthDate, legalDay(now)) } : {}) },
  };
}

export function deadlineState(
  row: Pick<TaskListRow, 'due_at' | 'at_risk_at' | 'completed_at'>,
  now: Date,
): TaskListItem['deadlineState'] {
  if (!(row.due_at instanceof Date)) return 'none';
  const at = row.completed_at ?? now;
  if (row.due_at < at) return 'overdue';
  return row.at_risk_at instanceof Date && row.at_risk_at <= at ? 'atRisk' : 'onTime';
}

import type { DeadlineView } from '@esocial/contracts/generated/api-deadlines-view.ts';
import type { LocalizedText } from '@esocial/contracts/generated/localized-text.ts';
import type { Language } from '../access/actor.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import type { DeadlineExplanation } from './start-deadline.ts';
import { dueDate, remainingTime } from './working-time.ts';

export interface DeadlineRecord {
  readonly id: string;
  readonly case_id: string;
  readonly task_id: string | null;
  readonly rule_version_id: string;
  readonly started_at: Date;
  readonly due_at: Date;
  readonly at_risk_at: Date;
  readonly ended_at: Date | null;
  readonly state: DeadlineView['state'];
  readonly explanation: DeadlineExplanation;
}

export const deadlineColumns =
  'd.id, d.case_id, d.task_id, d.rule_version_id, d.started_at, d.due_at, d.at_risk_at, d.ended_at, d.state, d.explanation';

/** A deadline with its arithmetic, worked out again from what it was computed with. */
export async function deadlineView(
  definitions: DefinitionReader,
  row: DeadlineRecord,
  language: Language,
  now: Date,
): Promise<DeadlineView> {
  const rule = await definitions.deadlineRule(row.rule_version_id);
  const { amount, calendarVersionId, parameter } = row.explanation;
  const calendar = await definitions.calendar(calendarVersionId);
  return {
    id: row.id,
    ruleKey: rule.key,
    ruleTitle: textIn(rule.title, language),
    legalBasis: rule.legalBasis,
    caseId: row.case_id,
    ...(row.task_id ? { taskId: row.task_id } : {}),
    startedAt: row.started_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    atRiskAt: row.at_risk_at.toISOString(),
    ...(row.ended_at ? { endedAt: row.ended_at.toISOString() } : {}),
    state: stateAt(row, now),
    remaining: remainingTime(row.ended_at ?? now, row.due_at, rule.unit, calendar),
    steps: [...dueDate(row.started_at, { amount, unit: rule.unit }, calendar).steps],
    amount,
    unit: rule.unit,
    calendarTitle: textIn(calendar.title, language),
    ...(parameter ? { parameter } : {}),
  };
}

/** What a running deadline is now, even when no worker has come by yet. */
function stateAt({ state, due_at, at_risk_at, ended_at }: DeadlineRecord, now: Date): DeadlineView['state'] {
  if (ended_at) return state;
  if (due_at < now) return 'overdue';
  return at_risk_at <= now ? 'atRisk' : 'running';
}

export function textIn(text: LocalizedText, language: Language): string {
  return text[language] ?? text.ro;
}

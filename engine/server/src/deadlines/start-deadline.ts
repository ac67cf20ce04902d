import { compileExpression, stripEquals } from '@esocial/process-core/feel/compile.ts';
import type { FeelExpression } from '@esocial/process-core/feel/compile.ts';
import type { Variables } from '@esocial/process-core/types.ts';
import { AppError } from '../errors/app-error.ts';
import type { PinnedRule } from '../process/case-definitions.ts';
import { atRiskFrom, dueDate } from './working-time.ts';

/** What a running deadline remembers of how it was computed; its steps follow from it. */
export interface DeadlineExplanation {
  readonly amount: number;
  readonly calendarVersionId: string;
  readonly parameter?: {
    key: string;
    validFrom: string;
    act: string;
    article?: string;
    needsLegalConfirmation: boolean;
  };
}

export interface StartedDeadline {
  readonly dueAt: Date;
  readonly atRiskAt: Date;
  /** When the first rung of the ladder is due; null without a ladder. */
  readonly nextAlertAt: Date | null;
  readonly explanation: DeadlineExplanation;
}

/** Starts the clock of a rule at an instant. Throws AppError when the rule gives no amount. */
export function startDeadline(pinned: PinnedRule, variables: Variables, startedAt: Date): StartedDeadline {
  const { rule, calendar, calendarVersionId, parameter } = pinned;
  const amount = amountOf(pinned, variables, startedAt);
  const { dueAt } = dueDate(startedAt, { amount, unit: rule.unit }, calendar);
  const atRiskAt = atRiskFrom(startedAt, dueAt, { amount: rule.atRisk.remaining, unit: rule.unit }, calendar);
  const explanation = { amount, calendarVersionId, ...(parameter ? { parameter: lawOf(parameter) } : {}) };
  return { dueAt, atRiskAt, nextAlertAt: atRiskAt, explanation };
}

function amountOf({ rule, parameter }: PinnedRule, variables: Variables, startedAt: Date): number {
  const { amount } = rule;
  const value =
    typeof amount === 'number'
      ? amount
      : 'parameter' in amount
        ? parameter?.value
        : evaluate(amount.expression, variables, startedAt);
  if (typeof value === 'number' && value > 0) return value;
  throw new AppError(
    'deadline_amount',
    500,
    `The deadline rule ${rule.key} gives a ${typeof value} instead of a positive amount`,
  );
}

const compiled = new Map<string, FeelExpression>();

function evaluate(source: string, variables: Variables, now: Date): unknown {
  const known = compiled.get(source) ?? compileExpression(stripEquals(source) ?? source);
  if (compiled.size < 1000) compiled.set(source, known);
  return known.evaluate(variables, { now: now.toISOString() }).value;
}

function lawOf({
  key,
  validFrom,
  act,
  article,
  needsLegalConfirmation,
}: NonNullable<PinnedRule['parameter']>): DeadlineExplanation['parameter'] {
  return { key, validFrom, act, ...(article ? { article } : {}), needsLegalConfirmation };
}

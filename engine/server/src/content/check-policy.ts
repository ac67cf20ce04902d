import type { CalendarFile } from '@esocial/contracts/generated/calendar.ts';
import type { DeadlineRuleFile } from '@esocial/contracts/generated/deadline-rule.ts';
import type { LegalBasis } from '@esocial/contracts/generated/legal-basis.ts';
import type { ParameterFile } from '@esocial/contracts/generated/parameter.ts';
import type { RetentionFile } from '@esocial/contracts/generated/retention.ts';
import type { RoleFile } from '@esocial/contracts/generated/role.ts';
import { checkExpression } from './check-form.ts';
import { checkKey } from './check-key.ts';
import { warnOfMissingTexts } from './check-localized-texts.ts';
import { checkOrganisation } from './check-organisation.ts';
import { hasErrors, reporter } from './content-fault.ts';
import type { ContentFault, Report } from './content-fault.ts';
import type { PolicyKind, PolicySource } from './content-folder.ts';
import type { ContentIndex } from './content-index.ts';
import { matchesContract } from './contract-schemas.ts';
import type { DefinitionSource } from './definition-source.ts';

type Check = (value: never, index: ContentIndex, report: Report) => void;

const checks: Readonly<Record<PolicyKind, Check>> = {
  role: checkRole,
  calendar: checkCalendar,
  'deadline-rule': checkRule,
  parameter: checkParameter,
  retention: checkRetention,
  organisation: checkOrganisation,
};

/** Checks one file of policies/; gives the definition when nothing is wrong. */
export function checkPolicy(
  source: PolicySource,
  index: ContentIndex,
  all: ContentFault[],
): DefinitionSource | undefined {
  const faults: ContentFault[] = [];
  const report = reporter(faults, source.json.file);
  if (matchesContract(source.kind, source.json.value, report)) {
    const value = source.json.value as { key?: string; legalBasis?: LegalBasis[] };
    if (value.key !== undefined) checkKey(value.key, source.key, report);
    warnOfMissingTexts(source.json.value, report);
    checks[source.kind](value as never, index, report);
  }
  all.push(...faults);
  if (hasErrors(faults)) return undefined;
  const { legalBasis = [] } = source.json.value as { legalBasis?: LegalBasis[] };
  return { kind: source.kind, key: source.key, content: source.json.value, legalBasis };
}

function checkRole(role: RoleFile, _index: ContentIndex, report: Report): void {
  const seen = new Set<string>();
  for (const [position, { action, relation }] of role.permissions.entries()) {
    const permission = `${action} for ${relation}`;
    if (seen.has(permission)) report(`/permissions/${position}`, `the permission ${permission} stands here twice`);
    seen.add(permission);
  }
}

function checkCalendar(calendar: CalendarFile, _index: ContentIndex, report: Report): void {
  const { from, to } = calendar.workingHours;
  if (from >= to) report('/workingHours', `the working day ends (${to}) before it begins (${from})`);
  const holidays = new Set<string>();
  for (const [position, { date }] of calendar.holidays.entries()) {
    if (holidays.has(date)) report(`/holidays/${position}/date`, `the day ${date} stands here twice`);
    holidays.add(date);
  }
  for (const [position, { date }] of calendar.extraWorkingDays.entries()) {
    if (holidays.has(date)) report(`/extraWorkingDays/${position}/date`, `the day ${date} is a holiday as well`);
  }
}

function checkRule(rule: DeadlineRuleFile, index: ContentIndex, report: Report): void {
  if (!index.has('calendar', rule.calendar)) report('/calendar', `there is no calendar "${rule.calendar}"`);
  if (typeof rule.amount !== 'object') return;
  if ('expression' in rule.amount) checkExpression(rule.amount.expression, '/amount/expression', report);
  else if (!index.has('parameter', rule.amount.parameter)) {
    report('/amount/parameter', `there is no parameter "${rule.amount.parameter}"`);
  }
}

function checkParameter(parameter: ParameterFile, _index: ContentIndex, report: Report): void {
  for (const [position, { validFrom }] of parameter.values.entries()) {
    const before = parameter.values[position - 1];
    if (before && before.validFrom >= validFrom) {
      report(
        `/values/${position}/validFrom`,
        `${validFrom} must be later than ${before.validFrom}, the value before it`,
      );
    }
  }
}

function checkRetention(retention: RetentionFile, index: ContentIndex, report: Report): void {
  for (const [position, key] of retention.workflows.entries()) {
    if (!index.has('workflow', key)) report(`/workflows/${position}`, `there is no workflow "${key}"`);
  }
}

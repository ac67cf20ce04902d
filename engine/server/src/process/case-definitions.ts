import type { CalendarFile } from '@esocial/contracts/generated/calendar.ts';
import type { DeadlineRuleFile } from '@esocial/contracts/generated/deadline-rule.ts';
import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import type { CompiledWorkflow, Pins } from '../definitions/definition.ts';
import { pinKey } from '../definitions/definition.ts';
import type { DefinitionReader, ParameterValue } from '../definitions/definition-reader.ts';

/** A deadline rule with what it counts by. */
export interface PinnedRule {
  readonly versionId: string;
  readonly rule: DeadlineRuleFile;
  readonly calendarVersionId: string;
  readonly calendar: CalendarFile;
  readonly parameter: ParameterValue | undefined;
}

/** The definitions that a case is pinned to. */
export interface CaseDefinitions {
  readonly pins: Pins;
  readonly workflow: CompiledWorkflow;
  workflowVersion(versionId: string): Promise<CompiledWorkflow>;
  /** The workflow that a call activity's process id leads to: of this file, or another one by its key. */
  calledWorkflow(
    from: CompiledWorkflow,
    processId: string,
  ): Promise<{ workflow: CompiledWorkflow; model: ProcessModel }>;
  /** The pinned version of a form. */
  findFormVersionId(formKey: string): string | undefined;
  deadlineRule(ruleKey: string): Promise<PinnedRule>;
}

/** Reads the definitions of one case; whatever it asks for is cached by version in the reader. */
export async function readCaseDefinitions(
  reader: DefinitionReader,
  at: { workflowVersionId: string; pinSetId: string; legalReferenceDate: string },
): Promise<CaseDefinitions> {
  const [workflow, { pins }] = await Promise.all([
    reader.compiledWorkflow(at.workflowVersionId),
    reader.getPinSet(at.pinSetId),
  ]);
  return {
    pins,
    workflow,
    workflowVersion: (versionId) => reader.compiledWorkflow(versionId),
    async calledWorkflow(from, processId) {
      const own = from.processes.get(processId);
      if (own) return { workflow: from, model: own };
      const called = await reader.compiledWorkflow(reader.pinned(pins, 'workflow', processId));
      return { workflow: called, model: called.process };
    },
    findFormVersionId: (formKey) => pins[pinKey('form', formKey)],
    async deadlineRule(ruleKey) {
      const versionId = reader.pinned(pins, 'deadline-rule', ruleKey);
      const rule = await reader.deadlineRule(versionId);
      const calendarVersionId = reader.pinned(pins, 'calendar', rule.calendar);
      const parameterKey =
        typeof rule.amount === 'object' && 'parameter' in rule.amount ? rule.amount.parameter : undefined;
      return {
        versionId,
        rule,
        calendarVersionId,
        calendar: await reader.calendar(calendarVersionId),
        parameter: parameterKey ? await reader.parameterAt(pins, parameterKey, at.legalReferenceDate) : undefined,
      };
    },
  };
}

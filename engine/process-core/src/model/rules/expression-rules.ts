import type { Expression } from '../expression.ts';
import type { ElementModel, ListenersModel } from '../model.ts';
import type { ElementRule, RuleFault } from './rule.ts';
import { faultIf } from './rule.ts';

/** All FEEL must compile, and mappings must have a source (FEEL, or a text as it is) and a target. */
export const expressionRules: ElementRule = (element) => [
  ...checkExpressions(element.id, expressionsOf(element)),
  ...element.outgoing.flatMap(({ id: elementId, condition }) =>
    condition?.fault
      ? [{ elementId, rule: 'feel-syntax', message: `The condition of "${elementId}" is not FEEL: ${condition.fault}` }]
      : [],
  ),
  ...[...element.inputs, ...element.outputs].flatMap((mapping) => [
    ...faultIf(
      mapping.source.source.trim() === '',
      'mapping-without-source',
      `"${element.id}": the mapping to "${mapping.target.join('.')}" has no source. Write FEEL after "=", or a text.`,
    ),
    ...faultIf(
      !mapping.target.every((name) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)),
      'mapping-target',
      `"${element.id}": the mapping target "${mapping.target.join('.')}" is no variable name.`,
    ),
  ]),
];

/** A fault for each expression that is not FEEL. */
export function checkExpressions(id: string, expressions: readonly Expression[]): RuleFault[] {
  return expressions.flatMap(({ source, fault }) =>
    faultIf(fault !== null, 'feel-syntax', `"${id}": the expression "${source}" is not FEEL: ${fault ?? ''}`),
  );
}

export function listenerExpressions({ start, end }: ListenersModel): Expression[] {
  return [...start, ...end].flatMap(({ type, retries }) => (retries === null ? [type] : [type, retries]));
}

function expressionsOf(element: ElementModel): Expression[] {
  const { userTask, job, script, decision, call, event, loop, adHoc } = element;
  const found: (Expression | null | undefined)[] = [
    ...element.inputs.map((mapping) => mapping.source),
    ...element.outputs.map((mapping) => mapping.source),
    userTask?.form,
    userTask?.assignee,
    userTask?.candidateGroups,
    userTask?.candidateUsers,
    userTask?.dueDate,
    userTask?.followUpDate,
    userTask?.priority,
    job?.type,
    job?.retries,
    ...listenerExpressions(element.listeners),
    script?.expression,
    decision?.expression,
    call?.processId,
    loop?.inputCollection,
    loop?.outputElement,
    loop?.completionCondition,
    adHoc?.activeElements,
    adHoc?.completionCondition,
  ];
  if (event?.kind === 'timer') found.push(event.value);
  if (event?.kind === 'message') found.push(event.name, event.correlationKey);
  if (event?.kind === 'signal') found.push(event.name);
  if (event?.kind === 'error' || event?.kind === 'escalation') found.push(event.thrownCode);
  return found.filter((expression): expression is Expression => expression !== null && expression !== undefined);
}

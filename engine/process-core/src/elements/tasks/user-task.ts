import {
  evaluate,
  evaluateInstant,
  evaluateInteger,
  evaluateOptionalText,
  evaluateText,
  wrongType,
} from '../../execution/evaluate.ts';
import type { ElementBehavior, Step } from '../../execution/step.ts';
import { getInstance, remember } from '../../execution/step.ts';
import { localVariables } from '../../execution/variables.ts';
import { bindingOf } from '../../execution/binding.ts';
import type { Expression } from '../../model/expression.ts';
import type { UserTaskModel } from '../../model/model.ts';
import { splitNames } from '../../model/summaries.ts';
import type { Binding } from '../../types.ts';

const defaultPriority = 50;

/** Work for a person. Its submission reaches the process through output mappings only. */
export const userTask: ElementBehavior = {
  keepsVariables: false,
  activate(step, id, element) {
    const task = element.userTask ?? noDetails;
    step.effects.push({
      type: 'userTaskCreated',
      elementInstanceId: id,
      elementId: getInstance(step, id).elementId,
      name: element.name,
      formKey: evaluateOptionalText(step, id, task.form),
      ...formBinding(task),
      candidateGroups: readNames(step, id, task.candidateGroups),
      candidateUsers: readNames(step, id, task.candidateUsers),
      assignee: task.assignee === null ? null : evaluateText(step, id, task.assignee) || null,
      dueDate: evaluateInstant(step, id, task.dueDate),
      followUpDate: evaluateInstant(step, id, task.followUpDate),
      priority: evaluateInteger(step, id, task.priority, defaultPriority),
      properties: { ...element.properties },
      variables: { ...localVariables(step, id) },
    });
    remember(step, id, { task: true });
  },
};

const noDetails: UserTaskModel = {
  form: null,
  formBinding: { type: 'latest', versionTag: null },
  assignee: null,
  candidateGroups: null,
  candidateUsers: null,
  dueDate: null,
  followUpDate: null,
  priority: null,
};

function readNames(step: Step, id: string, expression: Expression | null): string[] {
  if (expression === null) return [];
  const names = evaluate(step, id, expression);
  if (names === null) return [];
  if (typeof names === 'string') return splitNames(names);
  if (Array.isArray(names) && names.every((name) => typeof name === 'string')) return names;
  throw wrongType(expression, 'an ARRAY of STRING', names);
}

function formBinding(task: UserTaskModel): { formBinding?: Binding } {
  const formBinding = bindingOf(task.formBinding);
  return formBinding === undefined ? {} : { formBinding };
}

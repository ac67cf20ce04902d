import { evaluate, evaluateInteger, evaluateOptionalText, wrongType } from '../../execution/evaluate.ts';
import type { ElementBehavior, Step } from '../../execution/step.ts';
import { getInstance, remember } from '../../execution/step.ts';
import { localVariables } from '../../execution/variables.ts';
import type { UserTaskModel } from '../../model/model.ts';
import { splitNames } from '../../model/summaries.ts';

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
      candidateGroups: readGroups(step, id, task),
      assignee: evaluateOptionalText(step, id, task.assignee),
      dueDate: evaluateOptionalText(step, id, task.dueDate),
      priority: evaluateInteger(step, id, task.priority, defaultPriority),
      properties: { ...element.properties },
      variables: { ...localVariables(step, id) },
    });
    remember(step, id, { task: true });
  },
};

const noDetails: UserTaskModel = { form: null, assignee: null, candidateGroups: null, dueDate: null, priority: null };

function readGroups(step: Step, id: string, task: UserTaskModel): string[] {
  if (task.candidateGroups === null) return [];
  const groups = evaluate(step, id, task.candidateGroups);
  if (groups === null) return [];
  if (typeof groups === 'string') return splitNames(groups);
  if (Array.isArray(groups) && groups.every((group) => typeof group === 'string')) return groups;
  throw wrongType(task.candidateGroups, 'an ARRAY of STRING', groups);
}

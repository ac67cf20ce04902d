/**
 * The platform refuses a user task without a form, which Zeebe does not mind: every task gets that of the test world.
 */
export function withForms(bpmn: string): string {
  return bpmn.replaceAll(/<bpmn:userTask\b[^>]*?(\/>|>[\s\S]*?<\/bpmn:userTask>)/g, addForm);
}

const form = '<zeebe:formDefinition externalReference="review" />';

function addForm(task: string): string {
  if (task.includes('<zeebe:formDefinition')) {
    return task.replace(/externalReference="[^"]*"/, 'externalReference="review"');
  }
  if (task.includes('<bpmn:extensionElements>')) {
    return task.replace('<bpmn:extensionElements>', `<bpmn:extensionElements>${form}`);
  }
  const extension = `<bpmn:extensionElements>${form}</bpmn:extensionElements>`;
  return task.endsWith('/>') && !task.includes('</bpmn:userTask>')
    ? task.replace(/\s*\/>$/, `>${extension}</bpmn:userTask>`)
    : task.replace(/^(<bpmn:userTask\b[^>]*>)/, `$1${extension}`);
}

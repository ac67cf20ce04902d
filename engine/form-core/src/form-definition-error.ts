/** One fault of a form's definition: where (JSON pointer into schema.json, or "ui:" and one into ui-schema.json), which rule, and what to do. */
export interface DefinitionFault {
  pointer: string;
  rule: string;
  message: string;
}

/** A form cannot be compiled; `faults` says everything that is wrong. */
export class FormDefinitionError extends Error {
  readonly faults: readonly DefinitionFault[];

  constructor(faults: readonly DefinitionFault[]) {
    super(faults.map((fault) => `${fault.pointer || '/'}: ${fault.message}`).join('; '));
    this.name = 'FormDefinitionError';
    this.faults = faults;
  }
}

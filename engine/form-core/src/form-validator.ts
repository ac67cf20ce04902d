import { formats } from './formats.ts';

/** An error as AJV gives it. */
export interface RawError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
}

interface ValidateFunction {
  (data: unknown): boolean;
  errors?: readonly RawError[] | null;
}

/** What a validator module exports (see `buildValidatorModule`). */
export interface ValidatorModule {
  createValidate: (formats: unknown) => ValidateFunction;
}

/** All faults of the data against the form's JSON Schema; an empty list when there are none. */
export type FormValidator = (data: unknown) => readonly RawError[];

const noErrors: readonly RawError[] = [];

/** Makes the loaded module of a form version into its validator. Loads no AJV: browser and server use it alike. */
export function createValidator(module: ValidatorModule): FormValidator {
  const validate = module.createValidate(formats);
  return (data) => (validate(data) ? noErrors : (validate.errors ?? noErrors));
}

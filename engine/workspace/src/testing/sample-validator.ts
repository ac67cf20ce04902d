interface SampleError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** For tests: stands in for the module of a form version that demands `/conclusion`. */
export function createValidate() {
  const validate = (data: { conclusion?: string }): boolean => {
    validate.errors =
      data.conclusion === undefined
        ? [{ instancePath: '', schemaPath: '', keyword: 'required', params: { missingProperty: 'conclusion' } }]
        : null;
    return validate.errors === null;
  };
  validate.errors = null as SampleError[] | null;
  return validate;
}

/** Where the page finds it, as it would find the server's. */
export const sampleValidatorUrl = __filename;

import type { RJSFSchema, ValidatorType } from '@rjsf/utils';

/**
 * What rjsf's Form asks of a schema, in the built application. A section's layout holds no reference, condition, choice or default
 * (see `sectionLayout`), so the machinery that resolves those stays out of the page.
 */
export default function createSchemaUtils(validator: ValidatorType, rootSchema: RJSFSchema) {
  return {
    getRootSchema: () => rootSchema,
    getValidator: () => validator,
    doesSchemaUtilsDiffer: (_validator: ValidatorType, schema: RJSFSchema) => schema !== rootSchema,
    getDefaultFormState: (_schema: RJSFSchema, data: unknown) => data ?? {},
    retrieveSchema: (schema: RJSFSchema) => schema,
    sanitizeDataForNewSchema: (_next: RJSFSchema, _last: RJSFSchema, data: unknown) => data,
    omitExtraData: (_schema: RJSFSchema, data: unknown) => data,
  };
}

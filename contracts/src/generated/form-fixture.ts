// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * forms/<key>/fixtures/*.json: example data with the exact errors expected; none for a valid one.
 */
export interface FormFixture {
  name: string;
  data: {};
  errors: {
    /**
     * JSON pointer into the data.
     */
    path: string;
    /**
     * JSON Schema keyword that failed, or classifier.
     */
    keyword: string;
    params?: {};
  }[];
}

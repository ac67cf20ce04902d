// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * The variables of a process instance by scope. Reading them is audited.
 */
export interface ProcessVariables {
  version: number;
  scopes: {
    scopeId: string;
    elementId: string;
    elementName: string;
    variables: {
      [k: string]: unknown;
    };
  }[];
}

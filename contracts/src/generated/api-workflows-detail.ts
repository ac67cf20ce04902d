// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A version of a procedure with its diagram.
 */
export interface WorkflowDetail {
  key: string;
  versionId: string;
  number: number;
  title: string;
  description?: string;
  startAction: string;
  startForm: string;
  legalBasis: LegalBasis[];
  /**
   * BPMN 2.0 XML.
   */
  bpmn: string;
  /**
   * Names of elements in the language of the request, by id.
   */
  elementNames: {
    [k: string]: string;
  };
  stages: {
    key: string;
    title: string;
    elements: string[];
  }[];
}
export interface LegalBasis {
  /**
   * Act, for example "Legea 140/2013".
   */
  act: string;
  article?: string;
  note?: string;
  needsLegalConfirmation?: boolean;
}

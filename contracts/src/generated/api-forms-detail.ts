// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A form version with what is needed to show and check it.
 */
export interface FormDetail {
  key: string;
  versionId: string;
  number: number;
  title: string;
  description?: string;
  primaryAction: string;
  schema: {
    [k: string]: unknown;
  };
  uiSchema: {
    [k: string]: unknown;
  };
  translations: {
    [k: string]: unknown;
  };
  legalBasis: LegalBasis[];
  /**
   * Script of our own origin, immutable by version.
   */
  validatorUrl: string;
  classifiers: {
    key: string;
    versionId: string;
    url: string;
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

// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * forms/<key>/form.json: what a form is; its data schema stands beside it. Texts are Romanian, translations/{ru,en}.json translate them.
 */
export interface FormFile {
  /**
   * Kebab-case key, unique within its kind.
   */
  key: string;
  title: string;
  description?: string;
  legalBasis: LegalBasis[];
  /**
   * Verb of the button that sends the form, for example "Înregistrează sesizarea".
   */
  primaryAction: string;
  recordTitle?: string;
  /**
   * Kebab-case key, unique within its kind.
   */
  documentKind?: string;
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

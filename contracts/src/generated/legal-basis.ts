// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface LegalBasis {
  /**
   * Act, for example "Legea 140/2013".
   */
  act: string;
  article?: string;
  note?: string;
  needsLegalConfirmation?: boolean;
}

// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * The versions in force on a day, by kind and key.
 */
export interface DefinitionList {
  items: {
    kind: string;
    key: string;
    title: string;
    versionId: string;
    number: number;
    digest: string;
    effectiveFrom: string;
    releaseId: string;
    legalBasis: LegalBasis[];
  }[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
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

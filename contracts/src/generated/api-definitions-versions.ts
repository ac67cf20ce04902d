// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * All versions of a definition, newest first.
 */
export interface DefinitionVersions {
  kind: string;
  key: string;
  title: string;
  items: {
    versionId: string;
    number: number;
    /**
     * SHA-256 of the content: the same on every server.
     */
    digest: string;
    effectiveFrom: string;
    state: 'draft' | 'submitted' | 'active' | 'withdrawn';
    releaseId: string;
    releaseNumber: number;
    createdBy: string;
    createdAt: string;
    legalBasis: LegalBasis[];
    /**
     * The policy or the classifier's head as its file says it; forms and workflows have addresses of their own.
     */
    content?: {
      [k: string]: unknown;
    };
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

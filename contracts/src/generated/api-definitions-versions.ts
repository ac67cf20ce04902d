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
  }[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
}

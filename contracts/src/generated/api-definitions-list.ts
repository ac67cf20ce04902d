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
  }[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
}

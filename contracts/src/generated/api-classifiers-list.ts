// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface ClassifierList {
  items: {
    key: string;
    title: string;
    category: 'international' | 'national' | 'internal';
    hierarchical: boolean;
    versionId: string;
    effectiveFrom: string;
  }[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
}

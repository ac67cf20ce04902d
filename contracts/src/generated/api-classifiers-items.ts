// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Items found in one version, in the order of the classifier.
 */
export interface ClassifierItems {
  key: string;
  versionId: string;
  items: ClassifierListItem[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
}
/**
 * An item of a classifier version; the language without a name falls back to ro.
 */
export interface ClassifierListItem {
  code: string;
  parent?: string;
  validFrom?: string;
  validTo?: string;
  ro: string;
  ru?: string;
  en?: string;
  attributes?: {
    [k: string]: unknown;
  };
}

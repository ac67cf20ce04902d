// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A whole classifier version; never changes, so it may be kept for ever.
 */
export interface ClassifierVersion {
  key: string;
  versionId: string;
  title: LocalizedText;
  hierarchical: boolean;
  items: ClassifierListItem[];
}
/**
 * A text in the three languages; ro is the fallback.
 */
export interface LocalizedText {
  ro: string;
  ru?: string;
  en?: string;
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

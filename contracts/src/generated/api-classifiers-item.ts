// Generated from contracts/schemas by `npm run contracts`. Do not edit.

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

// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A text in the three languages; ro is the fallback.
 */
export interface LocalizedText {
  ro: string;
  ru?: string;
  en?: string;
}

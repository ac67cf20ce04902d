// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * policies/retention/<key>.json: how long cases of a workflow are kept after closing.
 */
export interface RetentionFile {
  /**
   * Kebab-case key, unique within its kind.
   */
  key: string;
  title: LocalizedText;
  /**
   * @minItems 1
   *
   * Items: Kebab-case key, unique within its kind.
   */
  workflows: [string, ...string[]];
  years: number;
  legalBasis: LegalBasis[];
}
/**
 * A text in the three languages; ro is the fallback.
 */
export interface LocalizedText {
  ro: string;
  ru?: string;
  en?: string;
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

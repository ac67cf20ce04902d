// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * classifiers/<key>/classifier.json; its items are items.csv: code,parent,validFrom,validTo,ro,ru,en and the attribute columns.
 */
export interface ClassifierFile {
  /**
   * Kebab-case key, unique within its kind.
   */
  key: string;
  title: LocalizedText;
  description?: LocalizedText;
  category: 'international' | 'national' | 'internal';
  legalBasis?: LegalBasis[];
  source?: string;
  hierarchical: boolean;
  /**
   * Names are official in this language; missing translations are not reported.
   */
  officialNamesOnlyIn?: 'ro';
  attributes: {
    key: string;
    title: LocalizedText;
    type: 'string' | 'number' | 'boolean' | 'date';
  }[];
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

// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * translations/{ru,en}.json: from JSON pointer to text, per file.
 */
export interface TranslationsFile {
  form?: TranslatedTexts;
  schema?: TranslatedTexts;
  uiSchema?: TranslatedTexts;
  workflow?: TranslatedTexts;
  process?: TranslatedTexts1;
}
export interface TranslatedTexts {
  [k: string]: string;
}
/**
 * From BPMN element id to its name.
 */
export interface TranslatedTexts1 {
  [k: string]: string;
}

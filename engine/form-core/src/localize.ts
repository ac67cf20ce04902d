import type { FormDefinition, FormSchema, Language, UiSchema } from './form-schema.ts';
import { expandSchema } from './expand-schema.ts';
import { valueAt, withValueAt } from './pointer.ts';
import type { JsonObject } from './json.ts';

export interface LocalizedForm {
  /** Expanded, with texts of the language. */
  schema: FormSchema;
  uiSchema: UiSchema;
}

/** The form's texts in a language; a text without translation stays Romanian. */
export function localizeForm({ schema, uiSchema, translations }: FormDefinition, language: Language): LocalizedForm {
  if (language === 'ro') return { schema: expandSchema(schema), uiSchema };
  const texts = translations[language];
  return {
    schema: expandSchema(translate(schema, texts?.schema)),
    uiSchema: translate(uiSchema, texts?.uiSchema),
  };
}

function translate<Document extends object>(document: Document, texts: Record<string, string> = {}): Document {
  return Object.entries(texts).reduce<JsonObject>(
    (translated, [pointer, text]) =>
      typeof valueAt(translated, pointer) === 'string' ? withValueAt(translated, pointer, text) : translated,
    document as unknown as JsonObject,
  ) as unknown as Document;
}

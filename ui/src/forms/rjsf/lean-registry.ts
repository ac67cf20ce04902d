import type { Registry } from '@rjsf/utils';

const nothing = () => null;

/** The registry that rjsf's Form starts from in the built application: our theme brings every field, so the default ones stay out. */
export default function getDefaultRegistry(): Omit<Registry, 'schemaUtils'> {
  return {
    fields: {},
    widgets: {},
    templates: { ButtonTemplates: { SubmitButton: nothing } } as unknown as Registry['templates'],
    rootSchema: {},
    formContext: {},
    translateString: (text) => text,
    globalFormOptions: { idPrefix: 'root', idSeparator: '_', useFallbackUiForUnsupportedType: false },
  };
}

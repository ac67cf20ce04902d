import { findTextFaults, type Texts } from '@esocial/ui/i18n/text-faults.ts';
import operationsEn from '../features/operations/texts/en.json';
import operationsRo from '../features/operations/texts/ro.json';
import operationsRu from '../features/operations/texts/ru.json';
import { texts as common } from './en.ts';
import { texts as commonRo } from './ro.ts';
import { texts as commonRu } from './ru.ts';

const ro: Record<string, unknown> = { ...commonRo, operations: operationsRo };
const ru: Record<string, unknown> = { ...commonRu, operations: operationsRu };
const en: Record<string, unknown> = { ...common, operations: operationsEn };

describe.each(Object.keys(ro))('texts of %s', (namespace) => {
  it.each([
    ['Russian', ru],
    ['English', en],
  ])('exist in %s with the same placeholders', (_language, texts) => {
    expect(findTextFaults(ro[namespace] as Texts, (texts[namespace] ?? {}) as Texts)).toEqual([]);
  });
});

import { findTextFaults, type Texts } from '@esocial/ui/i18n/text-faults.ts';
import { texts as en } from './en.ts';
import { texts as ro } from './ro.ts';
import { texts as ru } from './ru.ts';

describe.each(Object.keys(ro))('texts of %s', (namespace) => {
  it.each([
    ['Russian', ru],
    ['English', en],
  ])('exist in %s with the same placeholders', (_language, texts) => {
    expect(findTextFaults(ro[namespace] as Texts, (texts[namespace] ?? {}) as Texts)).toEqual([]);
  });
});

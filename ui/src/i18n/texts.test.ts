import en from './texts/en.json';
import ro from './texts/ro.json';
import ru from './texts/ru.json';
import { findTextFaults } from './text-faults.ts';

describe('texts of the shared components', () => {
  it.each([
    ['Russian', ru],
    ['English', en],
  ])('exist in %s with the same placeholders', (_language, texts) => {
    expect(findTextFaults(ro, texts)).toEqual([]);
  });
});

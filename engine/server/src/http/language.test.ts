import { chooseLanguage } from './language.ts';

describe('chooseLanguage', () => {
  it.each([
    [undefined, 'ro'],
    ['', 'ro'],
    ['ru', 'ru'],
    ['ru-MD,ru;q=0.9,en;q=0.8', 'ru'],
    ['en;q=0.5, ru;q=0.7', 'ru'],
    ['de, en;q=0.1', 'en'],
    ['fr', 'ro'],
    ['mo', 'ro'],
    ['ru;q=0, en;q=0.1', 'en'],
    ['en;q=nonsense, ru', 'ru'],
    ['*', 'ro'],
  ])('of %j is %s', (header, language) => {
    // then
    expect(chooseLanguage(header)).toBe(language);
  });
});

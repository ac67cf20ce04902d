import { createI18n, switchLanguage, type TextLoader } from './create-i18n.ts';

const texts: Record<string, { ui: Record<string, string> }> = {
  ro: { ui: { tasks: '{count, plural, one {o sarcină} few {# sarcini} other {# de sarcini}}', only: 'numai aici' } },
  ru: { ui: { tasks: '{count, plural, one {# задача} few {# задачи} other {# задач}}' } },
  en: { ui: { tasks: '{count, plural, one {1 task} other {# tasks}}' } },
};
const load: TextLoader = (language) => Promise.resolve(texts[language] ?? {});

describe('translation', () => {
  it.each([
    ['ro', 1, 'o sarcină'],
    ['ro', 3, '3 sarcini'],
    ['ro', 20, '20 de sarcini'],
    ['ru', 2, '2 задачи'],
    ['ru', 5, '5 задач'],
    ['en', 1, '1 task'],
  ] as const)('counts in %s: %i', async (language, count, text) => {
    // given
    const i18n = await createI18n(language, load);
    // then
    expect(i18n.t('tasks', { count })).toBe(text);
  });

  it('falls back to Romanian for a missing text', async () => {
    const i18n = await createI18n('en', load);
    expect(i18n.t('only')).toBe('numai aici');
  });

  it('loads a language when it is switched to', async () => {
    // given
    const i18n = await createI18n('ro', load);
    // when
    await switchLanguage(i18n, 'en', load);
    // then
    expect(i18n.t('tasks', { count: 2 })).toBe('2 tasks');
  });
});

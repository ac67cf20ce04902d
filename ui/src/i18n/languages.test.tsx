import { act, screen } from '@testing-library/react';
import { DeadlineBadge } from '../components/DeadlineBadge.tsx';
import { PersonAge } from '../components/PersonAge.tsx';
import { renderUi } from '../testing/render-ui.tsx';
import { isLanguage, languageOf, languages, localeOf } from './language.ts';
import { useFormat } from './useFormat.ts';
import { useLanguage } from './useLanguage.ts';

function Facts() {
  const format = useFormat();
  const language = useLanguage();
  return (
    <>
      <p>{[language, format.weekday('2026-03-12'), format.number(1234.5), format.list(['a', 'b', 'c'])].join(' | ')}</p>
      <PersonAge age={22} />
      <DeadlineBadge state="atRisk" />
    </>
  );
}

describe('the language of the page', () => {
  it('changes every word, number and day at once', async () => {
    // given
    const page = await renderUi(<Facts />);
    expect(screen.getByText(/^ro \| joi \| 1\.234,5 \| a, b și c$/)).toBeTruthy();
    expect(screen.getByText('22 de ani')).toBeTruthy();
    // when
    await act(() => page.switchTo('ru'));
    // then
    expect(screen.getByText(/^ru \| четверг \| 1\s234,5 \| a, b и c$/)).toBeTruthy();
    expect(screen.getByText('22 года')).toBeTruthy();
    // when
    await act(() => page.switchTo('en'));
    // then
    expect(screen.getByText(/^en \| Thursday \| 1,234\.5 \| a, b,? and c$/)).toBeTruthy();
  });

  it.each(languages)('has a locale: %s', (language) => {
    expect(Intl.DateTimeFormat.supportedLocalesOf(localeOf(language))).toHaveLength(1);
    expect(isLanguage(language)).toBe(true);
  });

  it.each(['fr', '', undefined])('is Romanian where %p is asked for', (value) => {
    expect(isLanguage(value)).toBe(false);
    expect(languageOf(value)).toBe('ro');
  });
});

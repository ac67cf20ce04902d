import { screen } from '@testing-library/react';
import { useTranslation } from 'react-i18next';
import { renderPage } from '../testing/render-page.tsx';
import { FeatureTexts } from './FeatureTexts.tsx';

function Greeting({ namespace }: { namespace: string }) {
  const { t } = useTranslation(namespace);
  return (
    <p>
      {t('hello')} {t('onlyRomanian')}
    </p>
  );
}

const texts = { ro: { hello: 'Bună', onlyRomanian: 'ziua' }, ru: { hello: 'Здравствуйте' }, en: { hello: 'Hello' } };

describe('texts of a feature', () => {
  it('come before what they stand in, and fall back to Romanian', async () => {
    // when
    await renderPage(
      <FeatureTexts namespace="garden" load={(language) => Promise.resolve(texts[language])}>
        <Greeting namespace="garden" />
      </FeatureTexts>,
      { language: 'ru' },
    );
    // then
    expect((await screen.findByText(/Здравствуйте/)).textContent).toBe('Здравствуйте ziua');
  });

  it('are loaded once for each language', async () => {
    // given
    const loaded: string[] = [];
    const load = (language: keyof typeof texts) => {
      loaded.push(language);
      return Promise.resolve(texts[language]);
    };
    // when
    await renderPage(
      <FeatureTexts namespace="orchard" load={load}>
        <Greeting namespace="orchard" />
      </FeatureTexts>,
    );
    await screen.findByText(/Bună/);
    // then
    expect(loaded).toEqual(['ro']);
  });
});

import { useTranslation } from 'react-i18next';
import { Icon } from '../components/Icon.tsx';
import { Menu } from '../components/Menu.tsx';
import { languages, type Language } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

/** Switches the language; what was typed stays. */
export function LanguageMenu({ onChoose }: { onChoose: (language: Language) => void }) {
  const { t } = useTranslation('ui');
  const current = useLanguage();
  return (
    <Menu
      label={`${t('language.label')}: ${t(`language.${current}`)}`}
      trigger={
        <>
          <Icon name="globe" />
          <span aria-hidden="true">{current.toUpperCase()}</span>
        </>
      }
    >
      {(close) =>
        languages.map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            className="es-menu-item"
            aria-pressed={language === current}
            onClick={() => {
              onChoose(language);
              close();
            }}
          >
            <span className="es-grow">{t(`language.${language}`)}</span>
            {language === current && <Icon name="check" />}
          </button>
        ))
      }
    </Menu>
  );
}

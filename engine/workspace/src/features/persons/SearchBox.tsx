import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SearchBoxProps {
  text: string;
  busy: boolean;
  onSearch: (text: string) => void;
}

const shortest = 2;

/** Name, part of a name, birth year, IDNP or phone. */
export function SearchBox({ text: initial, busy, onSearch }: SearchBoxProps) {
  const { t } = useTranslation('shared');
  const [text, setText] = useState(initial);
  const [tooShort, setTooShort] = useState(false);
  const id = useId();
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = text.trim();
        setTooShort(wanted.length < shortest);
        if (wanted.length >= shortest) onSearch(wanted);
      }}
    >
      <div className="es-field">
        <label htmlFor={id}>{t('search.label')}</label>
        <span id={`${id}-hint`} className="es-field-hint">
          {t('search.hint')}
        </span>
        {tooShort && (
          <span id={`${id}-error`} className="es-field-error" role="alert">
            {t('search.tooShort')}
          </span>
        )}
        <div className="es-search-line">
          <input
            id={id}
            type="search"
            className="es-input"
            value={text}
            autoComplete="off"
            aria-invalid={tooShort || undefined}
            aria-describedby={tooShort ? `${id}-hint ${id}-error` : `${id}-hint`}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" size="lg" loading={busy}>
            {t('search.button')}
          </Button>
        </div>
      </div>
    </form>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { colleagues, type Colleague } from './colleague.ts';

interface ColleaguePickerProps {
  /** What the colleague is chosen for; the one who takes over unless said. */
  label?: string;
  chosen: Colleague | undefined;
  onChoose: (colleague: Colleague) => void;
  /** Nobody gives a task to themselves. */
  exceptId?: string;
}

/** Chooses a colleague by a few letters of the name. */
export function ColleaguePicker({ label, chosen, onChoose, exceptId }: ColleaguePickerProps) {
  const { t } = useTranslation('shared');
  const purpose = label ?? t('colleague.label');
  const [text, setText] = useState('');
  const query = useQuery(colleagues(useDeferredValue(text.trim())));
  const id = useId();
  const found = (query.data?.items ?? []).filter((colleague) => colleague.id !== exceptId);
  return (
    <fieldset className="es-plain-fieldset es-stack es-stack-small">
      <div className="es-field">
        <label htmlFor={id}>{purpose}</label>
        <span className="es-field-hint">{t('colleague.hint')}</span>
        <input
          id={id}
          className="es-input"
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="es-choice-list" role="radiogroup" aria-label={purpose}>
        {found.map((colleague) => (
          <label key={colleague.id} className="es-choice">
            <input
              type="radio"
              className="es-check"
              name={`${id}-colleague`}
              checked={chosen?.id === colleague.id}
              onChange={() => onChoose(colleague)}
            />
            <span>
              {colleague.displayName}
              <span className="es-faint es-small">
                {[colleague.position, colleague.institution?.name].filter(Boolean).map((part) => `, ${part}`)}
              </span>
            </span>
          </label>
        ))}
        {query.isSuccess && found.length === 0 && <p className="es-faint">{t('colleague.none')}</p>}
      </div>
    </fieldset>
  );
}

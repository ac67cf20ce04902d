import { formatDate, parseTypedDate } from '@esocial/form-core/calendar-date.ts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface DayFieldProps {
  label: string;
  /** `YYYY-MM-DD`. */
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}

/** A day of a filter, typed as dd.mm.yyyy in every browser; it takes effect once it is a day, or empty. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  const { t } = useTranslation('forms');
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const type = (text: string) => {
    setTyped(text);
    const day = parseTypedDate(text);
    if (day !== undefined || text.trim() === '') onChange(day);
  };
  return (
    <div className="es-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="es-input es-input-small"
        inputMode="numeric"
        autoComplete="off"
        placeholder={t('date.placeholder')}
        value={typed ?? (value ? formatDate(value) : '')}
        onChange={(event) => type(event.target.value)}
        onBlur={() => setTyped(undefined)}
      />
    </div>
  );
}

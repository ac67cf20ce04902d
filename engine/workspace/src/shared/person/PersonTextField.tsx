import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface PersonTextFieldProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  type?: string;
  hint?: string;
  optional?: boolean;
}

/** A labelled input with its hint and its error. */
export function PersonTextField({
  label,
  value,
  error,
  onChange,
  type = 'text',
  hint,
  optional,
}: PersonTextFieldProps) {
  const { t } = useTranslation('shared');
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="es-field">
      <label htmlFor={id}>
        {label} {optional && <span className="es-faint">{t('person.optional')}</span>}
      </label>
      {hint && (
        <span id={`${id}-hint`} className="es-field-hint">
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className="es-field-error">
          {error}
        </span>
      )}
      <input
        id={id}
        type={type}
        className="es-input"
        value={value}
        autoComplete="off"
        required={!optional}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

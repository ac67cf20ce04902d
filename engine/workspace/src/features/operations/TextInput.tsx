import { useId } from 'react';

interface TextInputProps {
  label: string;
  value: string;
  /** What is wrong with the value. */
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** One line of text with its label and what is wrong with it. */
export function TextInput({ label, value, error, onChange }: TextInputProps) {
  const id = useId();
  return (
    <div className="es-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="es-input es-input-small"
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {error && (
        <span id={`${id}-error`} className="es-field-error">
          {error}
        </span>
      )}
    </div>
  );
}

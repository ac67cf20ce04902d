import { useId } from 'react';

export interface Choice {
  value: string;
  label: string;
}

interface ChoiceFieldProps {
  label: string;
  choices: readonly Choice[];
  value: string | undefined;
  /** What stands for no choice; without it one has to be chosen. */
  none?: string;
  onChange: (value: string | undefined) => void;
}

/** One of a list, or none. */
export function ChoiceField({ label, choices, value, none, onChange }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div className="es-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="es-input es-input-small"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

import { choicesOf } from '@esocial/form-core/choices.ts';
import type { FieldProps } from '../field-types.ts';

/** Any of several, as check boxes; the values keep the order of the form. */
export function MultipleChoiceField({
  id,
  schema,
  label,
  value,
  invalid,
  readOnly,
  describedBy,
  onChange,
}: FieldProps) {
  const choices = choicesOf(schema);
  const chosen = Array.isArray(value) ? value : [];
  const toggle = (toggled: string | number, on: boolean) => {
    const next = choices
      .map((choice) => choice.value)
      .filter((candidate) => (candidate === toggled ? on : chosen.includes(candidate)));
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <div
      id={id}
      className="es-options"
      role="group"
      aria-label={label}
      aria-describedby={describedBy}
      data-invalid={invalid || undefined}
    >
      {choices.map((choice) => (
        <label key={choice.value} className="es-option">
          <input
            type="checkbox"
            className="es-check"
            checked={chosen.includes(choice.value)}
            disabled={readOnly}
            onChange={({ target }) => toggle(choice.value, target.checked)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}

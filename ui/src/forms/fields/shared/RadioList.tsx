import { useFormContext } from '../../runtime/form-context.ts';
import type { FieldProps } from '../field-types.ts';

export interface RadioListProps extends Pick<
  FieldProps,
  'id' | 'field' | 'label' | 'invalid' | 'readOnly' | 'describedBy'
> {
  options: readonly { value: string; label: string }[];
  inline?: boolean;
  chosen: string | undefined;
  onChoose: (value: string | undefined) => void;
}

/** Radio buttons; what is optional can be taken back. */
export function RadioList({
  id,
  field,
  label,
  invalid,
  readOnly,
  describedBy,
  options,
  inline = false,
  chosen,
  onChoose,
}: RadioListProps) {
  const { t } = useFormContext();
  return (
    <div
      id={id}
      className={inline ? 'es-options es-options-inline' : 'es-options'}
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
    >
      {options.map((option) => (
        <label key={option.value} className="es-option">
          <input
            type="radio"
            className="es-check"
            name={id}
            value={option.value}
            checked={chosen === option.value}
            disabled={readOnly && chosen !== option.value}
            onChange={() => !readOnly && onChoose(option.value)}
          />
          {option.label}
        </label>
      ))}
      {chosen !== undefined && field.required === 'never' && !readOnly && (
        <button type="button" className="es-link-button es-no-print" onClick={() => onChoose(undefined)}>
          {t('clearChoice')}
          <span className="es-visually-hidden">: {label}</span>
        </button>
      )}
    </div>
  );
}

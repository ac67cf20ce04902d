import { plainText } from '../shared/useTypedText.ts';
import type { FieldProps } from '../field-types.ts';

/** A line of text. */
export function TextField({ id, schema, value, invalid, readOnly, describedBy, onChange }: FieldProps) {
  return (
    <input
      id={id}
      className="es-input"
      type="text"
      autoComplete="off"
      value={value == null ? '' : plainText(value)}
      maxLength={schema.maxLength === undefined ? undefined : schema.maxLength * 2}
      readOnly={readOnly}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    />
  );
}

import { useFormContext } from '../../runtime/form-context.ts';
import { plainText, useTypedText } from '../shared/useTypedText.ts';
import type { FieldProps } from '../field-types.ts';
import { parseTime } from './parse-time.ts';

/** A time of day, hh:mm. */
export function TimeField({ id, value, invalid, readOnly, describedBy, onChange }: FieldProps) {
  const { t } = useFormContext();
  const typed = useTypedText(value, onChange, parseTime, plainText);
  return (
    <input
      id={id}
      className="es-input es-input-sized"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      size={7}
      placeholder={t('time.placeholder')}
      readOnly={readOnly}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      {...typed}
    />
  );
}

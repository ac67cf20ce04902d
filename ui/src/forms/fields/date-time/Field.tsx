import { formatInstant } from '@esocial/form-core/format-value.ts';
import { useFormContext } from '../../runtime/form-context.ts';
import { plainText, useTypedText } from '../shared/useTypedText.ts';
import type { FieldProps } from '../field-types.ts';
import { parseInstant } from './parse-instant.ts';

/** A day and a time on the clock of Chișinău, typed as dd.mm.yyyy, hh:mm. */
export function DateTimeField({ id, value, invalid, readOnly, describedBy, onChange }: FieldProps) {
  const { t, language } = useFormContext();
  const typed = useTypedText(value, onChange, parseInstant, (shown) =>
    typeof shown === 'string' ? formatInstant(shown, language) : plainText(shown),
  );
  return (
    <input
      id={id}
      className="es-input es-input-sized"
      type="text"
      autoComplete="off"
      size={20}
      placeholder={t('dateTime.placeholder')}
      readOnly={readOnly}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      {...typed}
    />
  );
}

import { useFormContext } from '../../runtime/form-context.ts';
import { plainText, useTypedText } from '../shared/useTypedText.ts';
import type { FieldProps } from '../field-types.ts';
import { formatTypedNumber, parseNumber } from './parse-number.ts';

/** A number, a whole number or an amount in lei; it is typed as text, so that nothing is ever lost or rounded by the browser. */
export function NumberField({ id, field, value, invalid, readOnly, describedBy, onChange }: FieldProps) {
  const { language, t } = useFormContext();
  const isMoney = field.kind === 'money';
  const typed = useTypedText(value, onChange, parseNumber, (shown) =>
    typeof shown === 'number' ? formatTypedNumber(shown, language, isMoney ? 2 : undefined) : plainText(shown),
  );
  const input = (
    <input
      id={id}
      className="es-input es-input-sized es-input-number"
      type="text"
      inputMode={field.kind === 'integer' ? 'numeric' : 'decimal'}
      autoComplete="off"
      size={isMoney ? 14 : 10}
      readOnly={readOnly}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      {...typed}
    />
  );
  if (!isMoney) return input;
  return (
    <span className="es-affixed">
      {input}
      <span className="es-affix">{t('currency')}</span>
    </span>
  );
}

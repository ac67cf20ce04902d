import { formatDate, parseTypedDate } from '@esocial/form-core/calendar-date.ts';
import { useFormContext } from '../../runtime/form-context.ts';
import { CalendarButton } from '../shared/CalendarButton.tsx';
import { plainText, useTypedText } from '../shared/useTypedText.ts';
import type { FieldProps } from '../field-types.ts';

const display = (value: Parameters<typeof plainText>[0]) =>
  typeof value === 'string' ? formatDate(value) : plainText(value);

/** A day typed as dd.mm.yyyy or picked in the calendar; a day that does not exist stays as typed, with its error. */
export function DateField({ id, label, value, invalid, readOnly, describedBy, onChange }: FieldProps) {
  const { t } = useFormContext();
  const typed = useTypedText(value, onChange, parseTypedDate, display);
  return (
    <span className="es-affixed">
      <input
        id={id}
        className="es-input es-input-sized"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        size={12}
        placeholder={t('date.placeholder')}
        readOnly={readOnly}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        {...typed}
      />
      {!readOnly && <CalendarButton label={label} value={value} onPick={onChange} />}
    </span>
  );
}

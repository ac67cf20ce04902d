import { useFormContext } from '../../runtime/form-context.ts';
import { plainText } from '../shared/useTypedText.ts';
import type { FieldProps } from '../field-types.ts';

const warnWithin = 100;

/** Several lines of text, growing with what is typed; near the limit it says how many characters are left. */
export function LongTextField({ id, schema, value, invalid, readOnly, describedBy, onChange }: FieldProps) {
  const { t } = useFormContext();
  const text = value == null ? '' : plainText(value);
  const left = schema.maxLength === undefined ? undefined : schema.maxLength - [...text].length;
  const warns = left !== undefined && left <= warnWithin;
  return (
    <>
      <textarea
        id={id}
        className="es-input es-input-long"
        rows={4}
        value={text}
        readOnly={readOnly}
        aria-invalid={invalid || undefined}
        aria-describedby={warns ? [describedBy, `${id}-left`].filter(Boolean).join(' ') : describedBy}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      />
      {warns && (
        <div id={`${id}-left`} className="es-field-hint" aria-live="polite">
          {left >= 0 ? t('charactersLeft', { count: left }) : t('charactersOver', { count: -left })}
        </div>
      )}
    </>
  );
}

import { useId } from 'react';
import { useTranslation } from 'react-i18next';

/** Why the record is corrected; it is asked for always. */
export function CorrectionReason({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('records');
  const id = useId();
  return (
    <div className="es-field">
      <label htmlFor={id}>{t('correction.reason')}</label>
      <span id={`${id}-hint`} className="es-field-hint">
        {t('correction.reasonHint')}
      </span>
      <textarea
        id={id}
        className="es-input"
        value={value}
        maxLength={2000}
        required
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

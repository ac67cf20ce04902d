import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface CodeFilterProps {
  label: string;
  codes: readonly string[];
  value: string | undefined;
  say: (code: string) => string;
  onChange: (code: string | undefined) => void;
}

/** One code of a list, or any. */
export function CodeFilter({ label, codes, value, say, onChange }: CodeFilterProps) {
  const { t } = useTranslation('audit');
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
        <option value="">{t('filter.any')}</option>
        {codes.map((code) => (
          <option key={code} value={code}>
            {say(code)}
          </option>
        ))}
      </select>
    </div>
  );
}

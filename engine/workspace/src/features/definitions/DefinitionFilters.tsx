import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../shared/DayField.tsx';

interface DefinitionFiltersProps {
  text: string;
  at: string | undefined;
  onChange: (changes: Record<string, string | undefined>, replace?: boolean) => void;
}

/** A part of the name, and the day whose rules are wanted. */
export function DefinitionFilters({ text, at, onChange }: DefinitionFiltersProps) {
  const { t } = useTranslation('definitions');
  const id = useId();
  return (
    <div className="es-filter-line es-no-print" role="search" aria-label={t('filter.label')}>
      <div className="es-field">
        <label htmlFor={id}>{t('filter.text')}</label>
        <input
          id={id}
          type="search"
          className="es-input es-input-small"
          value={text}
          onChange={(event) => onChange({ q: event.target.value || undefined }, true)}
        />
      </div>
      <DayField label={t('filter.at')} value={at} onChange={(day) => onChange({ at: day })} />
    </div>
  );
}

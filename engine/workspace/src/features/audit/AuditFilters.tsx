import { useTranslation } from 'react-i18next';
import { DayField } from '../../shared/DayField.tsx';
import type { AuditFilter } from './api/audit-events.ts';
import { auditObjects, auditVerbs, withCurrent } from './audit-codes.ts';
import { CodeFilter } from './CodeFilter.tsx';
import { useAuditWords } from './useAuditWords.ts';

interface AuditFiltersProps {
  filter: AuditFilter;
  onChange: (changes: Partial<AuditFilter>) => void;
}

/** Action, kind of object and period; a change takes effect at once. */
export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  return (
    <div className="es-filter-line es-no-print" role="search" aria-label={t('filter.label')}>
      <CodeFilter
        label={t('filter.verb')}
        codes={withCurrent(auditVerbs, filter.verb)}
        value={filter.verb}
        say={words.verb}
        onChange={(verb) => onChange({ verb })}
      />
      <CodeFilter
        label={t('filter.object')}
        codes={withCurrent(auditObjects, filter.objectType)}
        value={filter.objectType}
        say={words.object}
        onChange={(objectType) => onChange({ objectType })}
      />
      {(['from', 'to'] as const).map((name) => (
        <DayField
          key={name}
          label={t(`filter.${name}`)}
          value={filter[name]}
          onChange={(day) => onChange({ [name]: day })}
        />
      ))}
    </div>
  );
}

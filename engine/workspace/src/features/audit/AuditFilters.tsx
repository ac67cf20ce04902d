import { useTranslation } from 'react-i18next';
import { ChoiceField, type Choice } from '../../shared/ChoiceField.tsx';
import { DayField } from '../../shared/DayField.tsx';
import type { AuditFilter } from './api/audit-events.ts';
import { auditObjects, auditVerbs, withCurrent } from './audit-codes.ts';
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
      <ChoiceField
        label={t('filter.verb')}
        choices={choicesOf(withCurrent(auditVerbs, filter.verb), words.verb)}
        none={t('filter.any')}
        value={filter.verb}
        onChange={(verb) => onChange({ verb })}
      />
      <ChoiceField
        label={t('filter.object')}
        choices={choicesOf(withCurrent(auditObjects, filter.objectType), words.object)}
        none={t('filter.any')}
        value={filter.objectType}
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

function choicesOf(codes: readonly string[], say: (code: string) => string): Choice[] {
  return codes.map((code) => ({ value: code, label: say(code) }));
}

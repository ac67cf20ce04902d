import type { PersonSearchItem } from '@esocial/contracts/generated/api-persons-search-item.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useTranslation } from 'react-i18next';
import { PersonSummary } from '../search/PersonSummary.tsx';

interface ExistingPersonsProps {
  candidates: readonly PersonSearchItem[];
  mayConfirm: boolean;
  onChoose: (person: PersonSearchItem) => void;
  onDifferent: () => void;
}

/** Who the new person may be already: choose them, or say that it is somebody else. */
export function ExistingPersons({ candidates, mayConfirm, onChoose, onDifferent }: ExistingPersonsProps) {
  const { t } = useTranslation('shared');
  return (
    <div className="es-message es-tone-warning" role="alert">
      <Icon name="alert" />
      <div className="es-message-body es-stack es-stack-small">
        <strong>{t('person.existsTitle')}</strong>
        {candidates.map((person) => (
          <div key={person.id} className="es-row es-row-between">
            <PersonSummary person={person} />
            <button type="button" className="es-link-button" onClick={() => onChoose(person)}>
              {t('search.choose', { name: person.displayName })}
            </button>
          </div>
        ))}
        {mayConfirm && (
          <button type="button" className="es-link-button" onClick={onDifferent}>
            {t('person.different')}
          </button>
        )}
      </div>
    </div>
  );
}

import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { PersonLink } from '../../shared/PersonLink.tsx';

/** Whom the case is about and whom it names. */
export function CasePersons({ persons }: { persons: CaseDetail['persons'] }) {
  const { t } = useTranslation('cases');
  const format = useFormat();
  if (persons.length === 0) return <p className="es-faint">{t('persons.empty')}</p>;
  return (
    <ul>
      {persons.map((person) => (
        <li key={person.id} className="es-record-row">
          <PersonLink person={person} />
          <span className="es-faint es-small">
            {t(`persons.${person.role}`)}
            {person.birthDate && `, ${format.date(person.birthDate)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

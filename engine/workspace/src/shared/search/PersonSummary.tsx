import type { PersonSearchItem } from '@esocial/contracts/generated/api-persons-search-item.ts';
import { PersonAge } from '@esocial/ui/components/PersonAge.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { MarkedName } from './MarkedName.tsx';

/** A person found: name, age, where, open cases, and why they were found. */
export function PersonSummary({ person }: { person: PersonSearchItem }) {
  const { t } = useTranslation('shared');
  const format = useFormat();
  const facts = [
    person.birthDate && t('search.born', { date: format.date(person.birthDate), sex: person.sex ?? 'unknown' }),
    person.locality,
    person.idnpMasked,
    t('search.openCases', { count: person.openCases }),
    t(`search.reason.${person.reason}`),
  ].filter(Boolean);
  return (
    <span className="es-person-summary">
      <span>
        <strong>
          <MarkedName person={person} />
        </strong>
        {person.age !== undefined && (
          <>
            , <PersonAge age={person.age} />
          </>
        )}
      </span>
      <span className="es-faint es-small">{facts.join(' · ')}</span>
    </span>
  );
}

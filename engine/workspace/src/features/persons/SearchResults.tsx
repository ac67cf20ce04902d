import type { PersonSearch } from '@esocial/contracts/generated/api-persons-search.ts';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { StateBadge } from '@esocial/ui/components/StateBadge.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { PersonSummary } from '../../shared/search/PersonSummary.tsx';
import { useMay } from '../../shared/session/SessionContext.ts';

/** Who was found; registering is offered only after looking. */
export function SearchResults({ search }: { search: PersonSearch }) {
  const { t } = useTranslation(['shared', 'persons']);
  const register = useMay('person.create') && (
    <Link href={links.personNew()} className="es-button-link es-button-link-quiet">
      {t('persons:register')}
    </Link>
  );
  if (search.items.length === 0) {
    return (
      <EmptyState title={t('search.none')} action={register}>
        {t('search.noneDetail')}
      </EmptyState>
    );
  }
  return (
    <section className="es-stack">
      <h2>
        <span role="status">{t('search.results', { count: search.items.length })}</span>
      </h2>
      <ul>
        {search.items.map((person) => (
          <li key={person.id}>
            <Link href={links.person(person.id)} className="es-person-row">
              <PersonSummary person={person} />
              {person.samePerson && <StateBadge tone="warning">{t('persons:samePerson')}</StateBadge>}
            </Link>
          </li>
        ))}
      </ul>
      <div className="es-row">
        <span>{t('persons:notThere')}</span>
        {register}
      </div>
    </section>
  );
}

import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { PersonAge } from '@esocial/ui/components/PersonAge.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { links } from '../../shared/links.ts';
import { personDetail } from './api/person-detail.ts';
import { FamilyList } from './FamilyList.tsx';
import { IdentityTable } from './IdentityTable.tsx';
import { PersonCases } from './PersonCases.tsx';

/** A person: identity with the source of each fact, cases, family. */
export function PersonPage() {
  const { t } = useTranslation('persons');
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery(personDetail(id));
  return (
    <div className="es-page">
      <DataState<PersonDetail> query={query} wholePage>
        {(person) => (
          <>
            <div className="es-page-head">
              <div>
                <PageTitle title={person.displayName}>{person.displayName}</PageTitle>
                {person.age !== undefined && <PersonAge age={person.age} />}
              </div>
              {person.permissions.update && (
                <Link href={links.personEdit(person.id)} className="es-button-link es-button-link-quiet es-no-print">
                  {t('edit')}
                </Link>
              )}
            </div>
            <div className="es-columns">
              <section className="es-stack">
                <h2>{t('cases')}</h2>
                <PersonCases cases={person.cases} otherCases={person.otherCases} />
              </section>
              <section className="es-stack">
                <h2>{t('family')}</h2>
                <FamilyList person={person} />
              </section>
            </div>
            <section className="es-stack es-section">
              <h2>{t('identity')}</h2>
              <IdentityTable person={person} />
            </section>
          </>
        )}
      </DataState>
    </div>
  );
}

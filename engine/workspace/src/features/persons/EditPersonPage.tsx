import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { links } from '../../shared/links.ts';
import { personDetail } from './api/person-detail.ts';
import { EditPerson } from './EditPerson.tsx';

/** Corrects who a person is. */
export function EditPersonPage() {
  const { t } = useTranslation('persons');
  const { id = '' } = useParams<{ id: string }>();
  const query = useQuery(personDetail(id));
  return (
    <div className="es-page es-page-narrow">
      <DataState<PersonDetail> query={query} wholePage skeletonRows={8}>
        {(person) =>
          person.permissions.update ? (
            <EditPerson person={person} />
          ) : (
            <EmptyState title={t('mayNot')} action={<Link href={links.person(id)}>{t('toPerson')}</Link>}>
              {t('mayNotText')}
            </EmptyState>
          )
        }
      </DataState>
    </div>
  );
}

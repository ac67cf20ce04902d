import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'wouter';
import { links } from '../../shared/links.ts';
import { searchPersons } from '../../shared/search/search-persons.ts';
import { personSearch } from './api/person-search.ts';
import { SearchBox } from './SearchBox.tsx';
import { SearchResults } from './SearchResults.tsx';

/** One box that takes what is known of a person; the address holds only an opaque id. */
export function PersonSearchPage() {
  const { t } = useTranslation('persons');
  const { search: id } = useParams<{ search?: string }>();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const restored = useQuery({ ...personSearch(id ?? ''), enabled: id !== undefined });
  const search = useMutation({
    mutationFn: (text: string) => searchPersons(text),
    onSuccess: (found) => {
      queries.setQueryData(personSearch(found.searchId).queryKey, found);
      navigate(links.personSearch(found.searchId));
    },
  });
  const error = search.error ?? restored.error;
  return (
    <div className="es-page es-page-narrow es-stack">
      <PageTitle title={t('title')}>{t('title')}</PageTitle>
      <SearchBox
        key={restored.data?.searchId ?? 'new'}
        text={restored.data?.criteria.text ?? ''}
        busy={search.isPending}
        onSearch={(text) => search.mutate(text)}
      />
      {error ? <ProblemMessage error={error} /> : null}
      {restored.data && <SearchResults search={restored.data} />}
    </div>
  );
}

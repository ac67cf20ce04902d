import type { PersonSearchItem } from '@esocial/contracts/generated/api-persons-search-item.ts';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonSummary } from '../../shared/search/PersonSummary.tsx';
import { searchPersons } from '../../shared/search/search-persons.ts';
import { SearchBox } from './SearchBox.tsx';

interface ChoosePersonProps {
  chosenId: string | undefined;
  onChoose: (id: string) => void;
  /** Nobody is chosen for themselves. */
  exceptId: string;
}

/** Looks for a person and chooses one of those found. */
export function ChoosePerson({ chosenId, onChoose, exceptId }: ChoosePersonProps) {
  const { t } = useTranslation(['persons', 'shared']);
  const search = useMutation({ mutationFn: (text: string) => searchPersons(text) });
  const found = (search.data?.items ?? []).filter((person) => person.id !== exceptId);
  const name = useId();
  return (
    <div className="es-stack es-stack-small">
      <SearchBox text="" busy={search.isPending} onSearch={(text) => search.mutate(text)} />
      {search.error ? <ProblemMessage error={search.error} /> : null}
      <div role="status">
        {search.isSuccess && found.length === 0 && <p className="es-faint">{t('shared:search.none')}</p>}
      </div>
      {found.length > 0 && (
        <div className="es-choice-list" role="radiogroup" aria-label={t('relate.found')}>
          {found.map((person: PersonSearchItem) => (
            <label key={person.id} className="es-choice">
              <input
                type="radio"
                className="es-check"
                name={name}
                checked={chosenId === person.id}
                onChange={() => onChoose(person.id)}
              />
              <PersonSummary person={person} />
            </label>
          ))}
        </div>
      )}
    </div>
  );
}

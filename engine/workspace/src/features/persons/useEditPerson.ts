import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ApiError } from '../../api/problem.ts';
import { links } from '../../shared/links.ts';
import { existingPersons } from '../../shared/person/create-person.ts';
import type { PersonDraft } from '../../shared/person/person-draft.ts';
import { missingNames, personErrors } from '../../shared/person/person-errors.ts';
import { useUpdatePerson } from './api/update-person.ts';
import { changedFields, changesOf, draftOf } from './person-changes.ts';

/**
 * The correction of a person: what is typed lies over what is known, so that a newer version of
 * the person changes only the fields that nobody has touched here.
 */
export function useEditPerson(person: PersonDetail) {
  const { t } = useTranslation(['persons', 'shared']);
  const toast = useToast();
  const [, navigate] = useLocation();
  const [begun] = useState(person);
  const [typed, setTyped] = useState<Partial<PersonDraft>>({});
  const [missing, setMissing] = useState<(keyof PersonDraft)[]>([]);
  const update = useUpdatePerson(person, () => {
    toast({ text: t('saved') });
    navigate(links.person(person.id), { replace: true });
  });
  const draft = { ...draftOf(person), ...typed };
  const changes = changesOf(person, draft);
  const errors = personErrors(missing, update.error, t);
  const taken = existingPersons(update.error);
  const stale = update.error instanceof ApiError && update.error.problem.status === 412;
  return {
    draft,
    errors,
    busy: update.isPending,
    dirty: Object.keys(changes).length > 0 && !update.isSuccess,
    taken: taken?.candidates ?? [],
    stale,
    /** What somebody else changed since the page was opened. */
    changedMeanwhile: changedFields(draftOf(begun), draftOf(person)),
    failure: taken?.candidates.length || stale || Object.keys(errors).length > 0 ? null : update.error,
    change: (more: Partial<PersonDraft>) => setTyped((current) => ({ ...current, ...more })),
    send: () => {
      const empty = missingNames(draft);
      setMissing(empty);
      if (empty.length > 0) return;
      if (Object.keys(changes).length === 0) navigate(links.person(person.id), { replace: true });
      else update.mutate(changes);
    },
  };
}

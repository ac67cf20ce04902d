import type { PersonCreated } from '@esocial/contracts/generated/api-persons-created.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeed } from '../useDeed.ts';
import { createPerson, existingPersons } from './create-person.ts';
import { draftFrom, toRequest, type PersonDraft } from './person-draft.ts';
import { missingNames, personErrors } from './person-errors.ts';

/** The registration of a person: what is typed, what is wrong with it, who it may be already. */
export function useRegisterPerson(typed: string, onDone: (created: PersonCreated) => void) {
  const { t } = useTranslation('shared');
  const [draft, setDraft] = useState(() => draftFrom(typed));
  const [missing, setMissing] = useState<(keyof PersonDraft)[]>([]);
  const register = useDeed(createPerson, { onSuccess: onDone });
  const errors = personErrors(missing, register.error, t);
  const told = Object.keys(errors).length > 0 || existingPersons(register.error) !== undefined;
  const send = (confirmedDifferent = false) => {
    const empty = missingNames(draft);
    setMissing(empty);
    if (empty.length === 0) register.mutate(toRequest(draft, confirmedDifferent));
  };
  return {
    draft,
    errors,
    busy: register.isPending,
    existing: existingPersons(register.error),
    failure: told ? null : register.error,
    change: (changes: Partial<PersonDraft>) => setDraft((current) => ({ ...current, ...changes })),
    send,
  };
}

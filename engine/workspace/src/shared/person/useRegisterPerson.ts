import type { PersonCreated } from '@esocial/contracts/generated/api-persons-created.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/problem.ts';
import { newKey } from '../new-key.ts';
import { createPerson, existingPersons } from './create-person.ts';
import { draftFrom, toRequest, type PersonDraft } from './person-draft.ts';

/** The registration of a person: what is typed, what is wrong with it, who it may be already. */
export function useRegisterPerson(typed: string, onDone: (created: PersonCreated) => void) {
  const { t } = useTranslation('shared');
  const [draft, setDraft] = useState(() => draftFrom(typed));
  const [missing, setMissing] = useState<(keyof PersonDraft)[]>([]);
  const register = useMutation({
    mutationFn: (confirmedDifferent: boolean) => createPerson(toRequest(draft, confirmedDifferent), newKey()),
    onSuccess: onDone,
  });
  const serverErrors = register.error instanceof ApiError ? (register.error.problem.errors ?? []) : [];
  const errors = Object.fromEntries([
    ...missing.map((name) => [name, t('person.missing')]),
    ...serverErrors.map((error) => [error.path.slice(1), t('person.wrong')]),
  ]) as Partial<Record<keyof PersonDraft, string>>;
  const send = (confirmedDifferent = false) => {
    const empty = (['lastName', 'firstName'] as const).filter((name) => draft[name].trim() === '');
    setMissing(empty);
    if (empty.length === 0) register.mutate(confirmedDifferent);
  };
  return {
    draft,
    errors,
    busy: register.isPending,
    existing: existingPersons(register.error),
    failure: serverErrors.length === 0 && !existingPersons(register.error) ? register.error : null,
    change: (changes: Partial<PersonDraft>) => setDraft((current) => ({ ...current, ...changes })),
    send,
  };
}

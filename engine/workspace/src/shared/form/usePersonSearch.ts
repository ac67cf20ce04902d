import type { PersonMatch } from '@esocial/ui/forms/runtime-types.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { searchPersons } from '../search/search-persons.ts';

/** Finds persons for a person field; the detail tells namesakes apart. */
export function usePersonSearch(): (text: string, signal: AbortSignal) => Promise<PersonMatch[]> {
  const { t } = useTranslation('shared');
  const format = useFormat();
  return async (text, signal) => {
    const { items } = await searchPersons(text, signal);
    return items.map((person) => ({
      personId: person.id,
      lastName: person.lastName,
      firstName: person.firstName,
      birthDate: person.birthDate ?? null,
      detail: [
        person.birthDate && format.date(person.birthDate),
        person.locality,
        t('search.openCases', { count: person.openCases }),
      ]
        .filter(Boolean)
        .join(', '),
    }));
  };
}

import type { TFunction } from 'i18next';
import { ApiError } from '../../api/problem.ts';
import type { PersonDraft } from './person-draft.ts';

export type PersonErrors = Partial<Record<keyof PersonDraft, string>>;

/** What is wrong with which field: names that are missing, and what the server refused. */
export function personErrors(missing: readonly (keyof PersonDraft)[], error: unknown, t: TFunction): PersonErrors {
  const refused = error instanceof ApiError ? (error.problem.errors ?? []) : [];
  return Object.fromEntries([
    ...missing.map((name) => [name, t('shared:person.missing')]),
    ...refused.map(({ path }) => {
      const name = path.slice(1);
      return [name, t([`shared:person.wrongField.${name}`, 'shared:person.wrong'])];
    }),
  ]) as PersonErrors;
}

/** The names that nobody can be without and that are empty. */
export function missingNames(draft: PersonDraft): ('lastName' | 'firstName')[] {
  return (['lastName', 'firstName'] as const).filter((name) => draft[name].trim() === '');
}

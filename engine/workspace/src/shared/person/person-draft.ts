import type { PersonCreateRequest } from '@esocial/contracts/generated/api-persons-create-request.ts';

/** What is typed about a new person; every value is text until it is sent. */
export interface PersonDraft {
  lastName: string;
  firstName: string;
  patronymic: string;
  birthDate: string;
  sex: '' | 'M' | 'F';
  idnp: string;
  phone: string;
  address: string;
  email: string;
}

/** An empty draft; `typed` ("Popa Ion") fills the names. */
export function draftFrom(typed: string): PersonDraft {
  const [lastName = '', ...rest] = typed.replace(/\d+/g, '').trim().split(/\s+/);
  const unknown = { patronymic: '', birthDate: '', sex: '' as const, idnp: '', phone: '', address: '', email: '' };
  return { ...unknown, lastName, firstName: rest.join(' ') };
}

/** What is sent: without what was left empty. */
export function toRequest(draft: PersonDraft, confirmedDifferent: boolean): PersonCreateRequest {
  const given = Object.fromEntries(
    Object.entries<string>({ ...draft })
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
  return { ...given, ...(confirmedDifferent ? { confirmedDifferent } : {}) } as PersonCreateRequest;
}

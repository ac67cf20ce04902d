import type { PersonCreateRequest } from '@esocial/contracts/generated/api-persons-create-request.ts';
import type { PersonCreated } from '@esocial/contracts/generated/api-persons-created.ts';
import type { PersonSearchItem } from '@esocial/contracts/generated/api-persons-search-item.ts';
import { isProblem } from '../../api/problem.ts';
import { request } from '../../api/request.ts';

/** `POST /persons`; 409 `person_exists` and `person_similar` name who it may be. */
export function createPerson(body: PersonCreateRequest, idempotencyKey: string): Promise<PersonCreated> {
  return request<PersonCreated>('/persons', { method: 'POST', body, idempotencyKey });
}

/** Who the new person may be already, and whether it may be said that they are not. */
export function existingPersons(error: unknown): { candidates: PersonSearchItem[]; mayConfirm: boolean } | undefined {
  if (!isProblem(error, 'person_exists') && !isProblem(error, 'person_similar')) return undefined;
  const details: { candidates?: PersonSearchItem[]; mayConfirm?: boolean } | undefined = error.problem.details;
  return { candidates: details?.candidates ?? [], mayConfirm: details?.mayConfirm ?? false };
}

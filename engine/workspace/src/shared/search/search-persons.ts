import type { PersonSearch } from '@esocial/contracts/generated/api-persons-search.ts';
import { request } from '../../api/request.ts';

/** `POST /persons/searches`: a name, part of a name, birth year, IDNP or phone. */
export function searchPersons(text: string, signal?: AbortSignal): Promise<PersonSearch> {
  return request<PersonSearch>('/persons/searches', { method: 'POST', body: { text }, ...(signal ? { signal } : {}) });
}

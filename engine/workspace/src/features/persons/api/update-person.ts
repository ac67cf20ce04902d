import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import type { PersonUpdateRequest } from '@esocial/contracts/generated/api-persons-update-request.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../../api/problem.ts';
import { request } from '../../../api/request.ts';
import { personDetail } from './person-detail.ts';

/** `PATCH /persons/:id`; 412 when the data changed since they were read, which reads them anew. */
export function useUpdatePerson({ id, version }: PersonDetail, onSaved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (changes: PersonUpdateRequest) =>
      request<PersonDetail>(`/persons/${id}`, { method: 'PATCH', body: changes, ifMatch: version }),
    onSuccess: (person) => {
      queries.setQueryData(personDetail(id).queryKey, person);
      void queries.invalidateQueries({ queryKey: ['persons', 'search'] });
      onSaved();
    },
    onError: (error) => {
      if (error instanceof ApiError && error.problem.status === 412)
        void queries.invalidateQueries({ queryKey: personDetail(id).queryKey });
    },
  });
}

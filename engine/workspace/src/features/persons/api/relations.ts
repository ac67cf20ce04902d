import type { PersonRelation } from '@esocial/contracts/generated/api-persons-relation.ts';
import type { PersonRelationRequest } from '@esocial/contracts/generated/api-persons-relation-request.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';
import { useDeed } from '../../../shared/useDeed.ts';

/** `POST /persons/:id/relations`: what another person is to this one. */
export function useAddRelation(personId: string, onAdded: () => void) {
  const queries = useQueryClient();
  const add = (body: PersonRelationRequest, idempotencyKey: string) =>
    request<PersonRelation>(`/persons/${personId}/relations`, { method: 'POST', body, idempotencyKey });
  return useDeed(add, {
    onSuccess: async () => {
      onAdded();
      await queries.invalidateQueries({ queryKey: ['persons', 'detail'] });
    },
  });
}

/** `DELETE /persons/:id/relations/:relation`. */
export function useRemoveRelation(personId: string, onRemoved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>(`/persons/${personId}/relations/${id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      onRemoved();
      await queries.invalidateQueries({ queryKey: ['persons', 'detail'] });
    },
  });
}

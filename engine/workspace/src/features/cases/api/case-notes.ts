import type { CaseNote } from '@esocial/contracts/generated/api-cases-note.ts';
import type { CaseNotes } from '@esocial/contracts/generated/api-cases-notes.ts';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';
import { useDeed } from '../../../shared/useDeed.ts';

/** `GET /cases/:id/notes`. */
export const caseNotes = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'notes'],
    queryFn: ({ signal }) => request<CaseNotes>(`/cases/${id}/notes`, { signal }),
  });

/** `POST /cases/:id/notes`. */
export function useAddNote(id: string) {
  const queries = useQueryClient();
  const add = (text: string, idempotencyKey: string) =>
    request<CaseNote>(`/cases/${id}/notes`, { method: 'POST', body: { text }, idempotencyKey });
  return useDeed(add, {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cases', id] }),
  });
}

import type { CaseNote } from '@esocial/contracts/generated/api-cases-note.ts';
import type { CaseNotes } from '@esocial/contracts/generated/api-cases-notes.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../api/request.ts';
import { createDeedKeys } from '../../../shared/deed-key.ts';

/** `GET /cases/:id/notes`. */
export const caseNotes = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'notes'],
    queryFn: ({ signal }) => request<CaseNotes>(`/cases/${id}/notes`, { signal }),
  });

/** `POST /cases/:id/notes`. */
export function useAddNote(id: string) {
  const queries = useQueryClient();
  const [keyOf] = useState(() => createDeedKeys());
  return useMutation({
    mutationFn: (text: string) =>
      request<CaseNote>(`/cases/${id}/notes`, { method: 'POST', body: { text }, idempotencyKey: keyOf(text) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cases', id] }),
  });
}

import type { CaseDocuments } from '@esocial/contracts/generated/api-cases-documents.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /cases/:id/documents`. */
export const caseDocuments = (id: string) =>
  queryOptions({
    queryKey: ['cases', id, 'documents'],
    queryFn: ({ signal }) => request<CaseDocuments>(`/cases/${id}/documents`, { signal }),
  });

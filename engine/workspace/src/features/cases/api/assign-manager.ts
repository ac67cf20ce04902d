import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';
import { caseDetail } from './case-detail.ts';

interface NewManager {
  userId: string;
  reason: string;
}

/** `PUT /cases/:id/manager`; 412 when the case changed since it was read, which reads it anew. */
export function useAssignManager({ id, version }: Pick<CaseDetail, 'id' | 'version'>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewManager) =>
      request<CaseDetail>(`/cases/${id}/manager`, { method: 'PUT', body, ifMatch: version }),
    onSuccess: (detail) => queries.setQueryData(caseDetail(id).queryKey, detail),
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  });
}

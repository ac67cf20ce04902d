import type { CaseNextTask } from '@esocial/contracts/generated/api-cases-next-task.ts';
import { useQuery } from '@tanstack/react-query';
import { request } from '../../api/request.ts';

const ASK_EVERY_MS = 700;
const MOST_QUESTIONS = 90;

/** Where the work goes on: what the reply said, or, while a broker decides, what it has decided since. */
export function useNextTask(caseId: string, told: CaseNextTask): CaseNextTask {
  const isPending = told.state === 'pending';
  const query = useQuery({
    queryKey: ['cases', caseId, 'next-task'],
    queryFn: ({ signal }) => request<CaseNextTask>(`/cases/${caseId}/next-task`, { signal }),
    enabled: isPending,
    retry: false,
    gcTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.state === 'pending' && state.dataUpdateCount < MOST_QUESTIONS ? ASK_EVERY_MS : false,
  });
  return isPending ? (query.data ?? told) : told;
}

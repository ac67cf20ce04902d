import type { StartDraft } from '@esocial/contracts/generated/api-cases-start-draft.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /start-drafts/:workflow`: what I typed before and did not send; null when nothing. */
export const startDraft = (workflow: string) =>
  queryOptions({
    queryKey: ['start-drafts', workflow],
    queryFn: async ({ signal }) =>
      (await request<StartDraft | undefined>(`/start-drafts/${workflow}`, { signal })) ?? null,
    staleTime: Infinity,
    gcTime: 0,
  });

/** `PUT /start-drafts/:workflow`. */
export function saveStartDraft(workflow: string, data: StartDraft['data']): Promise<StartDraft> {
  return request<StartDraft>(`/start-drafts/${workflow}`, { method: 'PUT', body: { data } });
}

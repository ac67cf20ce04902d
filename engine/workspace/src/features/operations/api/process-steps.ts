import type { ProcessStepList } from '@esocial/contracts/generated/api-process-instances-steps.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';
import { paging } from '../../../shared/pages.ts';

/** `GET /process-instances/:id/steps`: what happened, the newest first. */
export const processSteps = (id: string) =>
  infiniteQueryOptions({
    ...paging,
    queryKey: ['process-instances', 'steps', id],
    queryFn: ({ pageParam, signal }) =>
      request<ProcessStepList>(withQuery(`/process-instances/${id}/steps`, { cursor: pageParam }), { signal }),
  });

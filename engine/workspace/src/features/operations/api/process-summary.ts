import type { ProcessSummary } from '@esocial/contracts/generated/api-process-instances-summary.ts';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';

/** `GET /process-instances/summary`: counts by version of the procedures; of `version` alone, and then by element too. */
export const processSummary = (version?: string) =>
  queryOptions({
    queryKey: ['process-instances', 'summary', version],
    queryFn: ({ signal }) => request<ProcessSummary>(withQuery('/process-instances/summary', { version }), { signal }),
  });

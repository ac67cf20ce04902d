import type { SupervisionSummary } from '@esocial/contracts/generated/api-supervision-summary.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /supervision/summary`: today's picture. */
export const supervisionSummary = () =>
  queryOptions({
    queryKey: ['supervision', 'summary'],
    queryFn: ({ signal }) => request<SupervisionSummary>('/supervision/summary', { signal }),
  });

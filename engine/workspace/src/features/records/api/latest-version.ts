import type { RecordSeriesList } from '@esocial/contracts/generated/api-records-list.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

export type RecordVersion = RecordSeriesList['items'][number]['versions'][number];

/** The newest version of a record, from `GET /cases/:id/records`. */
export const latestVersion = (caseId: string, seriesId: string) =>
  queryOptions({
    queryKey: ['records', 'latest', seriesId],
    queryFn: async ({ signal }) => {
      const { items } = await request<RecordSeriesList>(`/cases/${caseId}/records`, { signal });
      const versions = items.find((series) => series.seriesId === seriesId)?.versions ?? [];
      return [...versions].sort((left, right) => right.version - left.version)[0] ?? null;
    },
    staleTime: 0,
  });

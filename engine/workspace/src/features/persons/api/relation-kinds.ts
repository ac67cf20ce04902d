import type { ClassifierItems } from '@esocial/contracts/generated/api-classifiers-items.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /classifiers/family-relation/items`: what somebody can be to somebody else. */
export const relationKinds = () =>
  queryOptions({
    queryKey: ['classifiers', 'family-relation', 'items'],
    queryFn: ({ signal }) => request<ClassifierItems>('/classifiers/family-relation/items?limit=100', { signal }),
    staleTime: 5 * 60_000,
  });

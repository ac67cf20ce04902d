import type { ReleaseList } from '@esocial/contracts/generated/api-releases-list.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';
import { paging } from '../../../shared/pages.ts';

/** `GET /releases`: the newest first. */
export const releaseList = () =>
  infiniteQueryOptions({
    ...paging,
    queryKey: ['releases'],
    queryFn: ({ pageParam, signal }) => request<ReleaseList>(withQuery('/releases', { cursor: pageParam }), { signal }),
  });

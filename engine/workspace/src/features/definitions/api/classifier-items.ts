import type { ClassifierItems } from '@esocial/contracts/generated/api-classifiers-items.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';
import { paging } from '../../../shared/pages.ts';

const pageSize = 50;

/** `GET /classifiers/:key/items`: items of one version by a part of code or name. */
export const classifierItems = (key: string, version: string, q: string) =>
  infiniteQueryOptions({
    ...paging,
    queryKey: ['classifiers', key, version, q],
    queryFn: ({ pageParam, signal }) => {
      const query = { version, q, cursor: pageParam, limit: pageSize };
      return request<ClassifierItems>(withQuery(`/classifiers/${key}/items`, query), { signal });
    },
  });

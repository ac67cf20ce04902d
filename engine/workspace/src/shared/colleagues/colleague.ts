import type { UserItem, UserList } from '@esocial/contracts/generated/api-users-list.ts';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../api/request.ts';

export type Colleague = UserItem;

/** `GET /users`: colleagues by a part of the name. */
export const colleagues = (q: string) =>
  queryOptions({
    queryKey: ['users', q],
    queryFn: ({ signal }) => request<UserList>(withQuery('/users', { q, limit: 20 }), { signal }),
  });

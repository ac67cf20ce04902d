import type { NotificationList } from '@esocial/contracts/generated/api-notifications-list.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `GET /notifications`: the newest first. */
export const notifications = () =>
  queryOptions({
    queryKey: ['notifications'],
    queryFn: ({ signal }) => request<NotificationList>('/notifications', { signal }),
  });

/** `POST /notifications/:id/reads`. */
export function useReadNotification() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<unknown>(`/notifications/${id}/reads`, { method: 'POST', body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  });
}

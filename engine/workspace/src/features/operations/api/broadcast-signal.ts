import type { SignalBroadcastRequest } from '@esocial/contracts/generated/api-signals-broadcast-request.ts';
import type { SignalBroadcast } from '@esocial/contracts/generated/api-signals-broadcast.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';

/** `POST /signals`: tells everybody who waits for the name; the same `key` sends once. */
export function useBroadcastSignal() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: SignalBroadcastRequest & { key: string }) =>
      request<SignalBroadcast>('/signals', { method: 'POST', body, idempotencyKey: key }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['process-instances'] }),
  });
}

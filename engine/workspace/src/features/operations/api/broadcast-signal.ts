import type { SignalBroadcastRequest } from '@esocial/contracts/generated/api-signals-broadcast-request.ts';
import type { SignalBroadcast } from '@esocial/contracts/generated/api-signals-broadcast.ts';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';
import { useDeed } from '../../../shared/useDeed.ts';

/** `POST /signals`: tells everybody who waits for the name. */
export function useBroadcastSignal() {
  const queries = useQueryClient();
  const broadcast = (body: SignalBroadcastRequest, idempotencyKey: string) =>
    request<SignalBroadcast>('/signals', { method: 'POST', body, idempotencyKey });
  return useDeed(broadcast, { onSettled: () => queries.invalidateQueries({ queryKey: ['process-instances'] }) });
}

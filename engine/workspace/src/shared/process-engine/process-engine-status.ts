import type { ProcessEngineStatus } from '@esocial/contracts/generated/api-process-engine.ts';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../api/request.ts';

const ASK_EVERY_MS = 10_000;

/** `GET /process-engine`: whether the broker can be reached; asked now and then while the page is looked at. */
export const processEngineStatus = (isOnBroker: boolean) =>
  queryOptions({
    queryKey: ['process-engine'],
    queryFn: ({ signal }) => request<ProcessEngineStatus>('/process-engine', { signal }),
    enabled: isOnBroker,
    refetchInterval: ASK_EVERY_MS,
    retry: false,
  });

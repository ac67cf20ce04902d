import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';
import { useDeed } from '../../../shared/useDeed.ts';
import { processInstance } from './process-instance.ts';

/** What a change is made to: the instance as it was read. */
export type ChangedInstance = Pick<ProcessInstanceView, 'id' | 'version'>;

interface Change {
  method: 'POST' | 'PATCH' | 'DELETE';
  /** Below the instance's address. */
  path: string;
}

/**
 * A change of an instance from the version that was read; what the server answers takes its place.
 * 412 when somebody was faster, which reads it anew.
 */
export function useInstanceChange<Body extends object>(instance: ChangedInstance, { method, path }: Change) {
  const queries = useQueryClient();
  const send = (body: Body, idempotencyKey: string) =>
    request<ProcessInstanceView>(`/process-instances/${instance.id}/${path}`, {
      method,
      ifMatch: instance.version,
      ...(method === 'DELETE' ? {} : { body }),
      ...(method === 'POST' ? { idempotencyKey } : {}),
    });
  return useDeed(send, {
    onSuccess: (view) => {
      queries.setQueryData(processInstance(view.id).queryKey, view);
      queries.removeQueries({ queryKey: ['process-variables', view.id] });
    },
    onSettled: () =>
      Promise.all(
        ['process-instances', 'incidents', 'cases', 'tasks'].map((part) =>
          queries.invalidateQueries({ queryKey: [part] }),
        ),
      ),
  });
}

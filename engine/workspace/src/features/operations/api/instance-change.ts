import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../api/request.ts';
import { createDeedKeys } from '../../../shared/deed-key.ts';
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
export function useInstanceChange<Body extends object | void>(instance: ChangedInstance, { method, path }: Change) {
  const queries = useQueryClient();
  const [keyOf] = useState(() => createDeedKeys());
  return useMutation({
    mutationFn: (body: Body) =>
      request<ProcessInstanceView>(`/process-instances/${instance.id}/${path}`, {
        method,
        ifMatch: instance.version,
        ...(body === undefined ? {} : { body }),
        ...(method === 'POST' ? { idempotencyKey: keyOf({ version: instance.version, body }) } : {}),
      }),
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

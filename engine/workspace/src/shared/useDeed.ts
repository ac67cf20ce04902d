import { useMutation } from '@tanstack/react-query';
import type { UseMutationOptions, UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { createDeedKeys } from './deed-key.ts';

/** A request that creates: all tries of one deed carry one key; once it is done, the same again is another deed. */
export function useDeed<Body, Answer>(
  send: (body: Body, key: string) => Promise<Answer>,
  options: Omit<UseMutationOptions<Answer, Error, Body>, 'mutationFn'> = {},
): UseMutationResult<Answer, Error, Body> {
  const [keyOf] = useState(() => createDeedKeys());
  return useMutation({
    ...options,
    mutationFn: async (body: Body) => {
      const answer = await send(body, keyOf(body));
      keyOf.forget();
      return answer;
    },
  });
}

import type { CaseStartReply } from '@esocial/contracts/generated/api-cases-start-reply.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useDeed } from '../../shared/useDeed.ts';
import { startCase } from './api/start-case.ts';

/** Opens the case once, however often it is tried; its draft ends with it. */
export function useStartCase(workflow: string, onStarted: (reply: CaseStartReply) => void) {
  const queries = useQueryClient();
  return useDeed((data: JsonObject, key) => startCase(workflow, data, key), {
    onSuccess: (reply) => {
      onStarted(reply);
      queries.removeQueries({ queryKey: ['start-drafts', workflow] });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void queries.invalidateQueries({ queryKey: ['cases', 'list'] });
    },
  });
}

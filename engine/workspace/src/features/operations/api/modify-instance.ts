import type { ProcessModificationRequest } from '@esocial/contracts/generated/api-process-instances-modification-request.ts';
import { useInstanceChange, type ChangedInstance } from './instance-change.ts';

/** `POST /process-instances/:id/modifications`: activates elements, then cancels element instances. */
export const useModifyInstance = (instance: ChangedInstance) =>
  useInstanceChange<ProcessModificationRequest>(instance, { method: 'POST', path: 'modifications' });

import type { ProcessVariablesRequest } from '@esocial/contracts/generated/api-process-instances-variables-request.ts';
import { useInstanceChange, type ChangedInstance } from './instance-change.ts';

/** `PATCH /process-instances/:id/variables`: sets variables of one scope; those that are not named stay. */
export const useSetVariables = (instance: ChangedInstance) =>
  useInstanceChange<ProcessVariablesRequest>(instance, { method: 'PATCH', path: 'variables' });

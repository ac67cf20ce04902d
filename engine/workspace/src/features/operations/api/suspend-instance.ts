import { useInstanceChange, type ChangedInstance } from './instance-change.ts';

/** `POST /process-instances/:id/suspensions`: stops the instance and what it called; timers keep what is left of them. */
export const useSuspendInstance = (instance: ChangedInstance) =>
  useInstanceChange<{ reason: string }>(instance, { method: 'POST', path: 'suspensions' });

/** `DELETE /process-instances/:id/suspensions`: lets it go on. */
export const useResumeInstance = (instance: ChangedInstance) =>
  useInstanceChange<Record<string, never>>(instance, { method: 'DELETE', path: 'suspensions' });

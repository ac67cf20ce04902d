import { useInstanceChange, type ChangedInstance } from './instance-change.ts';

/** `POST /process-instances/:id/cancellations`: ends the instance and what it called. */
export const useCancelInstance = (instance: ChangedInstance) =>
  useInstanceChange<{ reason: string }>(instance, { method: 'POST', path: 'cancellations' });

import type { TaskDraft } from '@esocial/contracts/generated/api-tasks-draft.ts';
import type { FormChanges } from '@esocial/ui/forms/runtime-types.ts';
import { request } from '../../../api/request.ts';
import type { SavedDraft } from '../draft-queue.ts';

/** `PATCH /tasks/:id/draft`: merges by field what changed since version `base`. */
export async function saveDraft(id: string, base: number, changes: FormChanges): Promise<SavedDraft> {
  const draft = await request<TaskDraft>(`/tasks/${id}/draft`, { method: 'PATCH', body: { base, changes } });
  return draft as SavedDraft;
}

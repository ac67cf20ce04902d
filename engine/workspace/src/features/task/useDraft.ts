import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { FormHandle } from '@esocial/ui/forms/runtime-types.ts';
import { useEffect, useState, type RefObject } from 'react';
import { saveDraft } from './api/save-draft.ts';
import { DraftQueue, type DraftState } from './draft-queue.ts';

/** Keeps the draft of a task on the server while its form is open. */
export function useDraft(
  task: TaskDetail,
  form: RefObject<FormHandle | null>,
): { queue: DraftQueue; state: DraftState } {
  const [state, setState] = useState<DraftState>({
    status: task.draft ? 'saved' : 'clean',
    savedAt: task.draft?.updatedAt,
    conflicts: [],
  });
  const [queue] = useState(
    () =>
      new DraftQueue({
        base: task.draft?.version ?? 0,
        data: task.data as JsonObject,
        savedAt: task.draft?.updatedAt,
        save: (base, changes) => saveDraft(task.id, base, changes),
        onMerge: (changes) => form.current?.merge(changes),
        onState: setState,
      }),
  );
  useEffect(() => () => queue.stop(), [queue]);
  useEffect(() => {
    if (state.status !== 'waiting') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [state.status]);
  return { queue, state };
}

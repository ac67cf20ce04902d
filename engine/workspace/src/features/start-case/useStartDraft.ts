import type { JsonObject } from '@esocial/form-core/json.ts';
import type { FormChanges } from '@esocial/ui/forms/runtime-types.ts';
import { useRef, useState } from 'react';
import { saveStartDraft } from './api/start-draft.ts';
import { applyChanges } from './apply-changes.ts';

export interface StartDraftState {
  status: 'clean' | 'saving' | 'saved' | 'failed';
  savedAt: string | undefined;
}

/** Keeps the start form on the server while it is filled in; saves run one after another. */
export function useStartDraft(workflow: string, initial: JsonObject, savedAt: string | undefined) {
  const [state, setState] = useState<StartDraftState>({ status: savedAt ? 'saved' : 'clean', savedAt });
  const data = useRef(initial);
  const running = useRef<Promise<void>>(Promise.resolve());
  const save = async () => {
    setState((current) => ({ ...current, status: 'saving' }));
    try {
      await saveStartDraft(workflow, data.current);
      setState({ status: 'saved', savedAt: new Date().toISOString() });
    } catch {
      setState((current) => ({ ...current, status: 'failed' }));
    }
  };
  return {
    state,
    push: (changes: FormChanges) => {
      data.current = applyChanges(data.current, changes);
      running.current = running.current.then(save);
    },
    settle: () => running.current,
  };
}

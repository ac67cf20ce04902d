import { useUrlState } from '../../../shared/useUrlState.ts';
import type { InstanceFilter } from '../operations-links.ts';

/** The filter in the address. Another procedure or version has other steps, so what is narrower goes. */
export function useInstanceFilter(): {
  filter: InstanceFilter;
  change: (changes: Partial<InstanceFilter>) => void;
} {
  const { get, set } = useUrlState();
  const filter: InstanceFilter = {
    workflow: get('workflow'),
    version: get('version'),
    state: get('state'),
    element: get('element'),
    incident: get('incident'),
  };
  const change = (changes: Partial<InstanceFilter>) => {
    const narrower: Partial<InstanceFilter> = {
      ...('workflow' in changes ? { version: undefined, element: undefined } : {}),
      ...('version' in changes ? { element: undefined } : {}),
    };
    set({ ...narrower, ...changes });
  };
  return { filter, change };
}

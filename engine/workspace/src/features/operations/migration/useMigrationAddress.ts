import { useUrlState } from '../../../shared/useUrlState.ts';

/** What is to be migrated where, as the address says it. */
export function useMigrationAddress() {
  const { get, set } = useUrlState();
  return {
    workflow: get('workflow') ?? '',
    source: get('source') ?? '',
    target: get('target'),
    /** Undefined: all that run of the version. */
    ids: get('ids')?.split(',').filter(Boolean),
    setTarget: (target: string | undefined) => set({ target }),
  };
}

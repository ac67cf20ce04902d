import { useUrlState } from '../../shared/useUrlState.ts';
import { IncidentsPage } from './IncidentsPage.tsx';
import { InstancePage } from './InstancePage.tsx';

/** Processes for the administrator: what stands still, or the instance that the address names. */
export function OperationsPage() {
  const { get } = useUrlState();
  const instance = get('instance');
  return instance ? <InstancePage key={instance} id={instance} /> : <IncidentsPage />;
}

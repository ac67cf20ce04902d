import { FeatureTexts } from '../../shared/FeatureTexts.tsx';
import { useUrlState } from '../../shared/useUrlState.ts';
import { IncidentsPage } from './incidents/IncidentsPage.tsx';
import { InstancePage } from './instance/InstancePage.tsx';
import { MigrationPage } from './migration/MigrationPage.tsx';
import { NewMigrationPage } from './migration/NewMigrationPage.tsx';
import { ProcessesPage } from './processes/ProcessesPage.tsx';
import { loadOperationsTexts } from './texts/load-operations-texts.ts';

/** Processes for those who look after them: what stands still, what runs, or the one that the address names. */
export function OperationsPage() {
  return (
    <FeatureTexts namespace="operations" load={loadOperationsTexts}>
      <OperationsView />
    </FeatureTexts>
  );
}

function OperationsView() {
  const { get } = useUrlState();
  const instance = get('instance');
  const migration = get('migration');
  if (instance) return <InstancePage key={instance} id={instance} />;
  if (migration) return <MigrationPage key={migration} id={migration} />;
  switch (get('view')) {
    case 'processes':
      return <ProcessesPage />;
    case 'migrate':
      return <NewMigrationPage />;
    default:
      return <IncidentsPage />;
  }
}

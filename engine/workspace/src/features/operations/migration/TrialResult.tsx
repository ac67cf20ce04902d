import type { ProcessMigration } from '@esocial/contracts/generated/api-process-instances-migration.ts';
import { useTranslation } from 'react-i18next';
import { useElementNames } from '../useElementNames.ts';
import { MigrationResultTable } from './MigrationResultTable.tsx';

/** What the migration would come to, instance by instance. */
export function TrialResult({ trial, workflow }: { trial: ProcessMigration; workflow: string }) {
  const { t } = useTranslation('operations');
  const nameOf = useElementNames([{ workflowKey: workflow, workflowVersionId: trial.sourceVersionId }]);
  return (
    <div className="es-stack">
      <p className="es-strong">
        {t('trial.result', { possible: trial.total - trial.refused, refused: trial.refused })}
      </p>
      {trial.total > trial.results.length && <p>{t('trial.first', { count: trial.results.length })}</p>}
      {trial.results.length > 0 && (
        <MigrationResultTable
          results={trial.results}
          nameOf={(elementId) => nameOf(trial.sourceVersionId, elementId)}
        />
      )}
    </div>
  );
}

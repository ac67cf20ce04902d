import type { ProcessMigrationRequest } from '@esocial/contracts/generated/api-process-instances-migration-request.ts';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useMigrateInstances } from '../api/migrate-instances.ts';
import { operationsLinks } from '../operations-links.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';
import type { PlannedMigration } from './MigrationDesk.tsx';
import { TrialResult } from './TrialResult.tsx';

interface MigrationTrialProps {
  migration: PlannedMigration;
  mapping: { source: string; target: string }[];
}

/** First the trial, which changes nothing, then the deed with its reason. */
export function MigrationTrial({ migration, mapping }: MigrationTrialProps) {
  const { t } = useTranslation('operations');
  const [, navigate] = useLocation();
  const trial = useMigrateInstances();
  const deed = useMigrateInstances();
  const [confirming, setConfirming] = useState(false);
  const body = (reason: string): ProcessMigrationRequest => ({
    sourceVersionId: migration.source,
    targetVersionId: migration.target,
    ...(migration.ids ? { instanceIds: migration.ids as ProcessMigrationRequest['instanceIds'] & object } : {}),
    ...(mapping.length > 0 ? { mapping } : {}),
    reason,
  });
  const possible = trial.data ? trial.data.total - trial.data.refused : 0;
  return (
    <section className="es-stack" aria-labelledby="trial-title">
      <h2 id="trial-title">{t('trial.title')}</h2>
      <p className="es-faint">{t('trial.hint')}</p>
      <div className="es-row es-no-print">
        <Button
          variant={trial.data ? 'default' : 'filled'}
          loading={trial.isPending}
          onClick={() => trial.mutate({ ...body(t('trial.reason')), dryRun: true })}
        >
          {t('trial.action')}
        </Button>
        {possible > 0 && <Button onClick={() => setConfirming(true)}>{t('migrate.next', { count: possible })}</Button>}
      </div>
      {trial.error ? <ProblemMessage error={trial.error} /> : null}
      <div role="status">{trial.data && <TrialResult trial={trial.data} workflow={migration.workflow} />}</div>
      {confirming && (
        <ReasonDialog
          title={t('migrate.confirm', { count: possible })}
          action={t('migrate.action')}
          busy={deed.isPending}
          error={deed.error}
          onClose={() => setConfirming(false)}
          onConfirm={(reason) =>
            deed.mutate(body(reason), { onSuccess: ({ id }) => id && navigate(operationsLinks.migration(id)) })
          }
        >
          <p>{t('migrate.explain', { refused: trial.data?.refused ?? 0 })}</p>
        </ReasonDialog>
      )}
    </section>
  );
}

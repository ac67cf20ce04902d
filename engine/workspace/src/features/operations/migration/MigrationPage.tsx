import type { ProcessMigration } from '@esocial/contracts/generated/api-process-instances-migration.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { processMigration } from '../api/process-migration.ts';
import { operationsLinks } from '../operations-links.ts';
import { MigrationProgress } from './MigrationProgress.tsx';
import { MigrationResults } from './MigrationResults.tsx';

/** A migration that was begun: how far it is, and what it came to for each instance. */
export function MigrationPage({ id }: { id: string }) {
  const { t } = useTranslation('operations');
  const query = useQuery(processMigration(id));
  return (
    <div className="es-page es-stack es-stack-large">
      <Link href={operationsLinks.processes()} className="es-row es-no-print">
        <Icon name="chevronLeft" />
        {t('instance.back')}
      </Link>
      <DataState<ProcessMigration> query={query} wholePage skeletonRows={8}>
        {(migration) => (
          <>
            <PageTitle title={t('progress.title')}>{t('progress.title')}</PageTitle>
            <MigrationProgress migration={migration} />
            <MigrationResults id={id} running={migration.state === 'running'} />
          </>
        )}
      </DataState>
    </div>
  );
}

import type { ProcessSummary } from '@esocial/contracts/generated/api-process-instances-summary.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { processSummary } from '../api/process-summary.ts';
import { operationsLinks } from '../operations-links.ts';
import { MigrationDesk } from './MigrationDesk.tsx';
import { TargetVersion } from './TargetVersion.tsx';
import { useMigrationAddress } from './useMigrationAddress.ts';

/** Moves instances to another version of their procedure: target, mapping, trial, then the deed. */
export function NewMigrationPage() {
  const { t } = useTranslation('operations');
  const address = useMigrationAddress();
  const { workflow, source, ids } = address;
  const query = useQuery(processSummary(source));
  const title = ids ? t('migrate.titleSome', { count: ids.length }) : t('migrate.titleAll');
  return (
    <div className="es-page es-stack es-stack-large">
      <Link href={operationsLinks.processes({ workflow, version: source })} className="es-row es-no-print">
        <Icon name="chevronLeft" />
        {t('instance.back')}
      </Link>
      <PageTitle title={title}>{title}</PageTitle>
      <DataState<ProcessSummary> query={query}>
        {(summary) => {
          const found = summary.workflows.find(({ key }) => key === workflow);
          const from = found?.versions.find(({ versionId }) => versionId === source);
          const others = found?.versions.filter(({ versionId }) => versionId !== source) ?? [];
          if (!found || !from) return <EmptyState title={t('migrate.unknown')}>{t('migrate.unknownText')}</EmptyState>;
          if (others.length === 0) return <EmptyState title={t('migrate.only')}>{t('migrate.onlyText')}</EmptyState>;
          const to = others.find(({ versionId }) => versionId === address.target);
          return (
            <>
              <TargetVersion
                title={found.title}
                source={from}
                versions={others}
                target={to?.versionId}
                onChange={address.setTarget}
              />
              {to && (
                <MigrationDesk
                  key={to.versionId}
                  migration={{ workflow, source, target: to.versionId, ...(ids ? { ids } : {}) }}
                  numbers={{ source: from.number, target: to.number }}
                />
              )}
            </>
          );
        }}
      </DataState>
    </div>
  );
}

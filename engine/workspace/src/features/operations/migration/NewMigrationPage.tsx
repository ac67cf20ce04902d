import type { DefinitionVersions } from '@esocial/contracts/generated/api-definitions-versions.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { workflowVersions } from '../api/workflow-versions.ts';
import { operationsLinks } from '../operations-links.ts';
import { MigrationDesk } from './MigrationDesk.tsx';
import { TargetVersion } from './TargetVersion.tsx';
import { useMigrationAddress } from './useMigrationAddress.ts';

/** Moves instances to another version of their procedure: target, mapping, trial, then the deed. */
export function NewMigrationPage() {
  const { t } = useTranslation('operations');
  const address = useMigrationAddress();
  const { workflow, source, ids } = address;
  const query = useQuery(workflowVersions(workflow));
  const title = ids ? t('migrate.titleSome', { count: ids.length }) : t('migrate.titleAll');
  return (
    <div className="es-page es-stack es-stack-large">
      <Link href={operationsLinks.processes({ workflow, version: source })} className="es-row es-no-print">
        <Icon name="chevronLeft" />
        {t('instance.back')}
      </Link>
      <PageTitle title={title}>{title}</PageTitle>
      <DataState<DefinitionVersions> query={query}>
        {({ title: procedure, items }) => {
          const from = items.find(({ versionId }) => versionId === source);
          const others = items.filter(({ versionId, state }) => versionId !== source && state === 'active');
          if (!from) return <EmptyState title={t('migrate.unknown')}>{t('migrate.unknownText')}</EmptyState>;
          if (others.length === 0) return <EmptyState title={t('migrate.only')}>{t('migrate.onlyText')}</EmptyState>;
          const to = others.find(({ versionId }) => versionId === address.target);
          return (
            <>
              <TargetVersion
                title={procedure}
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

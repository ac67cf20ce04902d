import type { DefinitionVersions } from '@esocial/contracts/generated/api-definitions-versions.ts';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { civilDay } from '@esocial/ui/i18n/civil-day.ts';
import { useTranslation } from 'react-i18next';
import { useUrlState } from '../../shared/useUrlState.ts';
import { DefinitionContent } from './content/DefinitionContent.tsx';
import { kindOf } from './kinds.ts';
import { VersionFacts } from './VersionFacts.tsx';
import { VersionTable } from './VersionTable.tsx';
import { versionInForce } from './version-in-force.ts';

/** The version that the address names, else the one in force today; below it all versions. */
export function DefinitionView({ definition }: { definition: DefinitionVersions }) {
  const { t } = useTranslation('definitions');
  const { get } = useUrlState();
  const wanted = get('version');
  const inForce = versionInForce(definition.items, civilDay(new Date()));
  const version = definition.items.find((each) => each.versionId === wanted) ?? inForce;
  const kind = kindOf(definition.kind);
  return (
    <>
      <PageTitle title={`${definition.title}, ${t(`kind.${kind}`)}`}>{definition.title}</PageTitle>
      {version && (
        <>
          <VersionFacts version={version} definitionKey={definition.key} />
          <DefinitionContent kind={kind} definitionKey={definition.key} version={version} />
        </>
      )}
      <VersionTable definition={definition} shownId={version?.versionId} />
    </>
  );
}

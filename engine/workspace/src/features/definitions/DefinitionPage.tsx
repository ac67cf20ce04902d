import type { DefinitionVersions } from '@esocial/contracts/generated/api-definitions-versions.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { links } from '../../shared/links.ts';
import { definitionVersions } from './api/definition-versions.ts';
import { DefinitionView } from './DefinitionView.tsx';
import { kindOf } from './kinds.ts';

/** One definition with its versions and what the chosen one says. */
export function DefinitionPage() {
  const { t } = useTranslation('definitions');
  const { kind = '', key = '' } = useParams<{ kind: string; key: string }>();
  const query = useQuery(definitionVersions(kind, key));
  return (
    <div className="es-page es-stack es-stack-large">
      <Link href={links.definitions(kindOf(kind))} className="es-row es-no-print">
        <Icon name="chevronLeft" />
        {t(`kind.${kindOf(kind)}`)}
      </Link>
      <DataState<DefinitionVersions> query={query} wholePage>
        {(definition) => <DefinitionView definition={definition} />}
      </DataState>
    </div>
  );
}

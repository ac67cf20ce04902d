import type { DefinitionList } from '@esocial/contracts/generated/api-definitions-list.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useUrlState } from '../../shared/useUrlState.ts';
import { definitionList } from './api/definition-list.ts';
import { DefinitionFilters } from './DefinitionFilters.tsx';
import { DefinitionTable } from './DefinitionTable.tsx';
import { KindTabs } from './KindTabs.tsx';
import { kindOf } from './kinds.ts';
import { matchDefinitions } from './match-definitions.ts';

/** Forms, procedures, code lists and rules that are in force on a day. */
export function DefinitionsPage() {
  const { t } = useTranslation('definitions');
  const format = useFormat();
  const { get, set } = useUrlState();
  const kind = kindOf(get('kind'));
  const [text, at] = [get('q') ?? '', get('at')];
  const query = useQuery(definitionList({ kind, at }));
  const matching = (data: DefinitionList) => matchDefinitions(data.items, text, format.compare);
  return (
    <div className="es-page">
      <div className="es-page-head">
        <PageTitle title={`${t(`kind.${kind}`)}, ${t('title')}`}>{t('title')}</PageTitle>
      </div>
      <KindTabs current={kind} at={at} />
      <div className="es-stack">
        <DefinitionFilters text={text} at={at} onChange={set} />
        <DataState<DefinitionList>
          query={query}
          isEmpty={(data) => matching(data).length === 0}
          empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        >
          {(data) => <DefinitionTable items={matching(data)} caption={t(`kind.${kind}`)} />}
        </DataState>
      </div>
    </div>
  );
}

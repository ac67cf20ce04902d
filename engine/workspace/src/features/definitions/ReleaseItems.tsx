import type { DefinitionList } from '@esocial/contracts/generated/api-definitions-list.ts';
import type { ReleaseList } from '@esocial/contracts/generated/api-releases-list.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { withQuery } from '../../api/request.ts';
import { links } from '../../shared/links.ts';
import { definitionList } from './api/definition-list.ts';
import { itemsOfRelease } from './items-of-release.ts';

/** The versions that came with a release and apply from its day, by kind. */
export function ReleaseItems({ release }: { release: ReleaseList['items'][number] }) {
  const { t } = useTranslation('definitions');
  const query = useQuery(definitionList({ at: release.effectiveFrom }));
  return (
    <DataState<DefinitionList> query={query}>
      {(data) => {
        const groups = itemsOfRelease(data.items, release.id);
        if (groups.length === 0) return <p>{t('releases.replaced')}</p>;
        return (
          <div className="es-columns">
            {groups.map(({ kind, items }) => (
              <section key={kind} className="es-stack es-stack-small">
                <h2>{t(`kind.${kind}`)}</h2>
                <ul className="es-stack es-stack-tight">
                  {items.map((item) => (
                    <li key={item.versionId}>
                      <Link href={withQuery(links.definition(item.kind, item.key), { version: item.versionId })}>
                        {item.title}
                      </Link>
                      <span className="es-faint">, {t('versionNumber', { number: item.number })}</span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        );
      }}
    </DataState>
  );
}

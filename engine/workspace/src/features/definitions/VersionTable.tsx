import type { DefinitionVersions } from '@esocial/contracts/generated/api-definitions-versions.ts';
import { StateBadge } from '@esocial/ui/components/StateBadge.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { withQuery } from '../../api/request.ts';
import { links } from '../../shared/links.ts';
import { versionTones } from './state-tones.ts';

interface VersionTableProps {
  definition: DefinitionVersions;
  shownId: string | undefined;
}

const digestLength = 12;

/** All versions, newest first; each opens what it says. */
export function VersionTable({ definition, shownId }: VersionTableProps) {
  const { t } = useTranslation('definitions');
  const format = useFormat();
  const hrefOf = (version: string) => withQuery(links.definition(definition.kind, definition.key), { version });
  return (
    <section className="es-stack" aria-labelledby="versions-title">
      <h2 id="versions-title">{t('versions')}</h2>
      <table className="es-table es-table-cards" aria-labelledby="versions-title">
        <thead>
          <tr>
            {(['version', 'state', 'from', 'release', 'digest'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {definition.items.map((version) => (
            <tr key={version.versionId}>
              <th scope="row">
                <Link
                  href={hrefOf(version.versionId)}
                  aria-current={version.versionId === shownId ? 'true' : undefined}
                >
                  {t('versionNumber', { number: version.number })}
                </Link>
                {version.versionId === shownId && <span className="es-faint"> ({t('shown')})</span>}
              </th>
              <td data-label={t('column.state')}>
                <StateBadge tone={versionTones[version.state]}>{t(`versionState.${version.state}`)}</StateBadge>
              </td>
              <td data-label={t('column.from')}>{format.date(version.effectiveFrom)}</td>
              <td data-label={t('column.release')}>
                <Link href={withQuery(links.releases(), { release: version.releaseId })}>
                  {t('releaseNumber', { number: version.releaseNumber })}
                </Link>
              </td>
              <td data-label={t('column.digest')} className="es-faint es-small es-numeric" title={version.digest}>
                {version.digest.slice(0, digestLength)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

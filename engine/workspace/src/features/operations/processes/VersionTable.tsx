import type { ProcessSummary } from '@esocial/contracts/generated/api-process-instances-summary.ts';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { StateBadge } from '@esocial/ui/components/StateBadge.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { operationsLinks } from '../operations-links.ts';

const counts = ['active', 'suspended', 'completed', 'terminated'] as const;

/** The versions of the procedures with how many instances each has; one opens as a diagram. */
export function VersionTable({ summary, workflow }: { summary: ProcessSummary; workflow: string | undefined }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const shown = summary.workflows.filter((each) => !workflow || each.key === workflow);
  if (shown.length === 0) return <EmptyState title={t('versions.empty')}>{t('versions.emptyText')}</EmptyState>;
  return (
    <table className="es-table es-table-cards">
      <caption className="es-visually-hidden">{t('versions.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('versions.version')}</th>
          {counts.map((state) => (
            <th key={state} scope="col" className="es-table-number">
              {t(`versions.${state}`)}
            </th>
          ))}
          <th scope="col" className="es-table-number">
            {t('versions.incidents')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.flatMap((each) =>
          each.versions.map((version) => (
            <tr key={version.versionId}>
              <th scope="row">
                <Link href={operationsLinks.processes({ workflow: each.key, version: version.versionId })}>
                  {t('workflowVersion', { title: each.title, number: version.number })}
                </Link>{' '}
                <span className="es-faint es-small">{t('since', { day: format.date(version.effectiveFrom) })}</span>
              </th>
              {counts.map((state) => (
                <td key={state} className="es-table-number" data-label={t(`versions.${state}`)}>
                  {format.number(version[state])}
                </td>
              ))}
              <td className="es-table-number" data-label={t('versions.incidents')}>
                {version.incidents > 0 ? (
                  <StateBadge tone="danger">{format.number(version.incidents)}</StateBadge>
                ) : (
                  format.number(0)
                )}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

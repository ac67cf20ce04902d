import { StateBadge } from '@esocial/ui/components/StateBadge.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { LegalBasisList } from './LegalBasisList.tsx';
import type { DefinitionVersion } from './version-in-force.ts';
import { versionTones } from './state-tones.ts';

/** Which version this is, since when and by which act. */
export function VersionFacts({ version, definitionKey }: { version: DefinitionVersion; definitionKey: string }) {
  const { t } = useTranslation('definitions');
  const format = useFormat();
  return (
    <dl className="es-facts es-short-facts">
      <dt>{t('column.version')}</dt>
      <dd className="es-row">
        {version.number}
        <StateBadge tone={versionTones[version.state]}>{t(`versionState.${version.state}`)}</StateBadge>
      </dd>
      <dt>{t('column.from')}</dt>
      <dd>{format.date(version.effectiveFrom)}</dd>
      <dt>{t('column.legalBasis')}</dt>
      <dd>
        <LegalBasisList basis={version.legalBasis} />
      </dd>
      <dt>{t('column.key')}</dt>
      <dd>{definitionKey}</dd>
    </dl>
  );
}

import type { DefinitionVersions } from '@esocial/contracts/generated/api-definitions-versions.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../../../shared/ChoiceField.tsx';

type Version = Pick<DefinitionVersions['items'][number], 'versionId' | 'number' | 'effectiveFrom'>;

interface TargetVersionProps {
  title: string;
  source: Version;
  versions: readonly Version[];
  target: string | undefined;
  onChange: (versionId: string | undefined) => void;
}

/** From which version to which. */
export function TargetVersion({ title, source, versions, target, onChange }: TargetVersionProps) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const say = ({ number, effectiveFrom }: Version) => t('versionFrom', { number, day: format.date(effectiveFrom) });
  return (
    <div className="es-stack">
      <p>{t('migrate.from', { title, version: say(source) })}</p>
      <div className="es-filter-line">
        <ChoiceField
          label={t('migrate.target')}
          none={t('migrate.chooseTarget')}
          choices={versions.map((version) => ({ value: version.versionId, label: say(version) }))}
          value={target}
          onChange={onChange}
        />
      </div>
    </div>
  );
}

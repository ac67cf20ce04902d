import type { ProcessSummary } from '@esocial/contracts/generated/api-process-instances-summary.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { ChoiceField, type Choice } from '../../../shared/ChoiceField.tsx';
import { instanceStates } from '../InstanceStatus.tsx';
import type { InstanceFilter } from '../operations-links.ts';

interface InstanceFiltersProps {
  summary: ProcessSummary;
  filter: InstanceFilter;
  /** The steps of the version chosen. */
  steps: readonly Choice[];
  onChange: (changes: Partial<InstanceFilter>) => void;
}

/** Procedure, version, step, state and incidents; a change takes effect at once. */
export function InstanceFilters({ summary, filter, steps, onChange }: InstanceFiltersProps) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const versions = summary.workflows.find((each) => each.key === filter.workflow)?.versions ?? [];
  const any = t('filter.any');
  return (
    <div className="es-filter-line es-no-print" role="search" aria-label={t('filter.label')}>
      <ChoiceField
        label={t('filter.workflow')}
        none={any}
        choices={summary.workflows.map(({ key, title }) => ({ value: key, label: title }))}
        value={filter.workflow}
        onChange={(workflow) => onChange({ workflow })}
      />
      {versions.length > 0 && (
        <ChoiceField
          label={t('filter.version')}
          none={any}
          choices={versions.map((version) => ({
            value: version.versionId,
            label: t('versionFrom', { number: version.number, day: format.date(version.effectiveFrom) }),
          }))}
          value={filter.version}
          onChange={(version) => onChange({ version })}
        />
      )}
      {steps.length > 0 && (
        <ChoiceField
          label={t('filter.element')}
          none={any}
          choices={steps}
          value={filter.element}
          onChange={(element) => onChange({ element })}
        />
      )}
      <ChoiceField
        label={t('filter.state')}
        none={any}
        choices={instanceStates.map((state) => ({ value: state, label: t(`status.${state}`) }))}
        value={filter.state}
        onChange={(state) => onChange({ state })}
      />
      <ChoiceField
        label={t('filter.incident')}
        none={any}
        choices={(['open', 'none'] as const).map((value) => ({ value, label: t(`filter.incidents.${value}`) }))}
        value={filter.incident}
        onChange={(incident) => onChange({ incident })}
      />
    </div>
  );
}

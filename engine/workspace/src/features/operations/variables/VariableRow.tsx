import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../../../shared/ChoiceField.tsx';
import { TextInput } from '../TextInput.tsx';
import { hasText, valueKinds, type TypedVariable, type ValueKind, type VariableFault } from './parse-variable.ts';

interface VariableRowProps {
  row: TypedVariable;
  number: number;
  fault: VariableFault | undefined;
  onChange: (changes: Partial<TypedVariable>) => void;
  onRemove: () => void;
}

/** One variable being typed. */
export function VariableRow({ row, number, fault, onChange, onRemove }: VariableRowProps) {
  const { t } = useTranslation('operations');
  const aboutName = fault === 'name' || fault === 'twice';
  const error = fault && t(`variables.fault.${fault}`);
  return (
    <div className="es-variable" role="group" aria-label={t('variables.row', { number })}>
      <TextInput
        label={t('variables.name')}
        value={row.name}
        error={aboutName ? error : undefined}
        onChange={(name) => onChange({ name })}
      />
      <ChoiceField
        label={t('variables.kind')}
        choices={valueKinds.map((kind) => ({ value: kind, label: t(`variables.kinds.${kind}`) }))}
        value={row.kind}
        onChange={(kind) => onChange({ kind: kind as ValueKind })}
      />
      {hasText(row.kind) && (
        <TextInput
          label={t('variables.value')}
          value={row.text}
          error={aboutName ? undefined : error}
          onChange={(text) => onChange({ text })}
        />
      )}
      <button
        type="button"
        className="es-icon-button"
        aria-label={t('variables.remove', { number })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

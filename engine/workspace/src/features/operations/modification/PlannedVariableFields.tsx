import { useTranslation } from 'react-i18next';
import { ChoiceField, type Choice } from '../../../shared/ChoiceField.tsx';
import type { VariableRowsState } from '../variables/useVariableRows.ts';
import { VariableRows } from '../variables/VariableRows.tsx';

interface PlannedVariableFieldsProps {
  rows: VariableRowsState;
  /** The steps that begin. */
  begins: readonly Choice[];
  scope: string | undefined;
  onScope: (elementId: string | undefined) => void;
}

/** Variables that are set before the steps begin, and where. */
export function PlannedVariableFields({ rows, begins, scope, onScope }: PlannedVariableFieldsProps) {
  const { t } = useTranslation('operations');
  return (
    <div className="es-stack es-stack-small">
      <VariableRows rows={rows} />
      {rows.rows.length > 0 && (
        <ChoiceField
          label={t('variables.scope')}
          none={t('variables.root')}
          choices={begins}
          value={scope}
          onChange={onScope}
        />
      )}
    </div>
  );
}

import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useTranslation } from 'react-i18next';
import { faultOf } from './parse-variable.ts';
import type { VariableRowsState } from './useVariableRows.ts';
import { VariableRow } from './VariableRow.tsx';

/** Variables to type: name, kind, value; rows come and go. */
export function VariableRows({ rows: state }: { rows: VariableRowsState }) {
  const { t } = useTranslation('operations');
  return (
    <fieldset className="es-plain-fieldset es-stack es-stack-small">
      <legend>{t('variables.legend')}</legend>
      {state.rows.map((row, index) => (
        <VariableRow
          key={index}
          row={row}
          number={index + 1}
          fault={faultOf(row, state.rows)}
          onChange={(changes) => state.change(index, changes)}
          onRemove={() => state.remove(index)}
        />
      ))}
      <div>
        <button type="button" className="es-chip" onClick={state.add}>
          <Icon name="plus" />
          {t('variables.add')}
        </button>
      </div>
    </fieldset>
  );
}

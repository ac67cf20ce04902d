import { fieldId } from '../../runtime/field-id.ts';
import { useFormContext } from '../../runtime/form-context.ts';
import type { FieldProps } from '../field-types.ts';
import { ListFrame } from '../shared/ListFrame.tsx';
import { useRows } from '../shared/useRows.ts';

/** A group that can be filled in several times, each time under a numbered heading. */
export function RepeatedGroupField(props: FieldProps) {
  const { path, field, schema, label, value, readOnly } = props;
  const { t, FieldAt } = useFormContext();
  const rows = useRows(path, field, value);
  const columns = field.children[0]?.children ?? [];
  const rowTitle = schema.items?.title ?? label;
  return (
    <ListFrame {...props} rows={rows}>
      {Array.from({ length: rows.count }, (_, row) => (
        <fieldset key={row} id={fieldId(`${path}/${row}`)} className="es-row-group" data-wide={field.kind === 'table'}>
          <legend className="es-row-title">{t('rows.title', { title: rowTitle, row: row + 1 })}</legend>
          {columns.map((column) => (
            <FieldAt key={column.key} path={`${path}/${row}/${column.key}`} />
          ))}
          {!readOnly && (
            <button type="button" className="es-link-button es-row-remove es-no-print" onClick={() => rows.remove(row)}>
              {t('rows.remove')}
              <span className="es-visually-hidden">: {t('rows.title', { title: rowTitle, row: row + 1 })}</span>
            </button>
          )}
        </fieldset>
      ))}
    </ListFrame>
  );
}

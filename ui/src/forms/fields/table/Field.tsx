import { useFormContext } from '../../runtime/form-context.ts';
import type { FieldProps } from '../field-types.ts';
import { FieldLabel } from '../shared/FieldLabel.tsx';
import { ListFrame } from '../shared/ListFrame.tsx';
import { useRows } from '../shared/useRows.ts';
import { TableRow } from './TableRow.tsx';

/** Rows of the same few fields, one line each; on a narrow screen every row becomes a card. */
export function TableField(props: FieldProps) {
  const { path, field, schema, label, value, readOnly } = props;
  const { t } = useFormContext();
  const rows = useRows(path, field, value);
  const columns = field.children[0]?.children ?? [];
  return (
    <ListFrame {...props} rows={rows}>
      {rows.count > 0 && (
        <table className="es-form-table" aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{t('rows.number')}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  <FieldLabel label={schema.items?.properties?.[column.key]?.title ?? column.key} field={column} />
                </th>
              ))}
              {!readOnly && (
                <th scope="col" className="es-no-print">
                  <span className="es-visually-hidden">{t('rows.actions')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows.count }, (_, row) => (
              <TableRow
                key={row}
                path={`${path}/${row}`}
                number={row + 1}
                columns={columns}
                schema={schema.items}
                onRemove={readOnly ? undefined : rows.remove}
              />
            ))}
          </tbody>
        </table>
      )}
    </ListFrame>
  );
}

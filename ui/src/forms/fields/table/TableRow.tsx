import type { FormField } from '@esocial/form-core/compiled-form.ts';
import type { FormSchema } from '@esocial/form-core/form-schema.ts';
import { fieldId } from '../../runtime/field-id.ts';
import { useFormContext } from '../../runtime/form-context.ts';

export interface TableRowProps {
  path: string;
  number: number;
  columns: readonly FormField[];
  schema: FormSchema | undefined;
  onRemove: ((row: number) => void) | undefined;
}

/** One row of a table; the head of each cell is repeated for narrow screens. */
export function TableRow({ path, number, columns, schema, onRemove }: TableRowProps) {
  const { t, FieldAt } = useFormContext();
  return (
    <tr id={fieldId(path)}>
      <th scope="row">{number}</th>
      {columns.map((column) => (
        <td key={column.key} data-label={schema?.properties?.[column.key]?.title ?? column.key}>
          <FieldAt path={`${path}/${column.key}`} compact />
        </td>
      ))}
      {onRemove && (
        <td className="es-no-print">
          <button
            type="button"
            className="es-icon-button"
            aria-label={t('rows.removeRow', { row: number })}
            onClick={() => onRemove(number - 1)}
          >
            ×
          </button>
        </td>
      )}
    </tr>
  );
}

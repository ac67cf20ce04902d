import type { ReactNode } from 'react';
import { useErrorText } from '../../messages/useErrorText.ts';
import { useFormContext } from '../../runtime/form-context.ts';
import { useField } from '../../runtime/useField.ts';
import type { FieldProps } from '../field-types.ts';
import { FieldError } from './FieldError.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import { LegalBasisNote } from './LegalBasisNote.tsx';
import type { RowList } from './useRows.ts';

/** What a repeated group and a table have around their rows: heading, error, "add", and "undo" after a row was taken out. */
export function ListFrame({
  id,
  path,
  field,
  schema,
  label,
  readOnly,
  rows,
  children,
}: FieldProps & { rows: RowList; children: ReactNode }) {
  const { t } = useFormContext();
  const { snapshot } = useField(path);
  const errorText = useErrorText(field, schema, snapshot.error, snapshot.value);
  const isFull = schema.maxItems !== undefined && rows.count >= schema.maxItems;
  return (
    <fieldset id={id} className="es-group" tabIndex={-1} aria-describedby={errorText && `${id}-error`}>
      <legend className="es-group-title">
        <FieldLabel label={label} field={field} />
      </legend>
      {schema.description && <p className="es-field-hint">{schema.description}</p>}
      {schema['x-legal-basis'] && <LegalBasisNote basis={schema['x-legal-basis']} label={label} />}
      {errorText && <FieldError id={`${id}-error`} text={errorText} />}
      {rows.count === 0 && <p className="es-field-hint">{t('rows.none')}</p>}
      {children}
      <div role="status" className="es-list-status">
        {rows.removed !== undefined && (
          <>
            {t('rows.removed', { row: rows.removed + 1 })}{' '}
            <button type="button" className="es-link-button" onClick={rows.restore}>
              {t('rows.undo')}
            </button>
          </>
        )}
      </div>
      {!readOnly && (
        <div className="es-list-actions es-no-print">
          <button type="button" className="es-button-link es-button-link-quiet" onClick={rows.add} disabled={isFull}>
            {t('rows.add')}
            <span className="es-visually-hidden">: {label}</span>
          </button>
          {isFull && <span className="es-field-hint">{t('rows.full', { count: rows.count })}</span>}
        </div>
      )}
    </fieldset>
  );
}

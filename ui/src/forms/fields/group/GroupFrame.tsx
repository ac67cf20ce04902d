import type { ReactNode } from 'react';
import { useErrorText } from '../../messages/useErrorText.ts';
import { fieldId } from '../../runtime/field-id.ts';
import { useField } from '../../runtime/useField.ts';
import { FieldError } from '../shared/FieldError.tsx';
import { FieldLabel } from '../shared/FieldLabel.tsx';
import { LegalBasisNote } from '../shared/LegalBasisNote.tsx';

/** The heading, help and error of a group around its fields; nothing while the group is hidden. */
export function GroupFrame({ path, children }: { path: string; children: ReactNode }) {
  const { field, schema, snapshot } = useField(path);
  const errorText = useErrorText(field, schema, snapshot.error, snapshot.value);
  if (!snapshot.visible) return null;
  const id = fieldId(path);
  const label = schema.title ?? field.key;
  return (
    <fieldset
      id={id}
      className="es-group"
      tabIndex={errorText ? -1 : undefined}
      aria-describedby={errorText && `${id}-error`}
    >
      <legend className="es-group-title">
        <FieldLabel label={label} field={field} />
      </legend>
      {schema.description && <p className="es-field-hint">{schema.description}</p>}
      {schema['x-legal-basis'] && <LegalBasisNote basis={schema['x-legal-basis']} label={label} />}
      {errorText && <FieldError id={`${id}-error`} text={errorText} />}
      {children}
    </fieldset>
  );
}

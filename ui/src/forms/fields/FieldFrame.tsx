import type { FormField } from '@esocial/form-core/compiled-form.ts';
import type { FormSchema } from '@esocial/form-core/form-schema.ts';
import type { ReactNode } from 'react';
import { useFormContext } from '../runtime/form-context.ts';
import { FieldError } from './shared/FieldError.tsx';
import { FieldLabel } from './shared/FieldLabel.tsx';
import { LegalBasisNote } from './shared/LegalBasisNote.tsx';

export interface FieldFrameProps {
  id: string;
  path: string;
  field: FormField;
  schema: FormSchema;
  label: string;
  frame: 'label' | 'legend';
  compact: boolean;
  errorText: string | undefined;
  children: ReactNode;
}

/** Label, help, control, error and origin of a field, tied together for screen readers. */
export function FieldFrame({ id, path, field, schema, label, frame, compact, errorText, children }: FieldFrameProps) {
  const { sourceOf } = useFormContext();
  const text = <FieldLabel label={label} field={field} />;
  const source = sourceOf(path);
  const labelClass = compact ? 'es-visually-hidden' : 'es-label';
  const body = (
    <>
      {!compact && schema.description && (
        <div id={`${id}-help`} className="es-field-hint">
          {schema.description}
        </div>
      )}
      {!compact && schema['x-legal-basis'] && <LegalBasisNote basis={schema['x-legal-basis']} label={label} />}
      {errorText && <FieldError id={`${id}-error`} text={errorText} />}
      {children}
      {source && <div className="es-field-source">{source}</div>}
    </>
  );
  if (frame === 'legend') {
    return (
      <fieldset className="es-field es-fieldset" data-path={path}>
        <legend className={labelClass}>{text}</legend>
        {body}
      </fieldset>
    );
  }
  return (
    <div className="es-field" data-path={path}>
      <label htmlFor={id} className={labelClass}>
        {text}
      </label>
      {body}
    </div>
  );
}

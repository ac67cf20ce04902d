import type { Json } from '@esocial/form-core/json.ts';
import { memo, useCallback } from 'react';
import { useErrorText } from '../messages/useErrorText.ts';
import { fieldId } from '../runtime/field-id.ts';
import { useFormContext } from '../runtime/form-context.ts';
import { useField } from '../runtime/useField.ts';
import { configOf } from './field-registry.ts';
import type { FieldAtProps } from './field-types.ts';
import { FieldFrame } from './FieldFrame.tsx';

/** The field at a path, framed by its label, help and error; nothing while it is hidden. */
export const FieldAt = memo(function FieldAt({ path, compact = false }: FieldAtProps) {
  const { store, isReadOnly } = useFormContext();
  const { field, schema, snapshot } = useField(path);
  const errorText = useErrorText(field, schema, snapshot.error, snapshot.value);
  const onChange = useCallback((value: Json | undefined) => store.set(path, value), [store, path]);
  if (!snapshot.visible) return null;
  const { Field, frame } = configOf(field);
  const id = fieldId(path);
  const label = schema.title ?? field.key;
  const describedBy =
    [schema.description && !compact && `${id}-help`, errorText && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const control = (
    <Field
      path={path}
      id={id}
      field={field}
      schema={schema}
      label={label}
      value={snapshot.value}
      invalid={errorText !== undefined}
      readOnly={isReadOnly(path) || schema.readOnly === true}
      describedBy={describedBy}
      onChange={onChange}
    />
  );
  if (frame === 'own') return control;
  return (
    <FieldFrame
      id={id}
      path={path}
      field={field}
      schema={schema}
      label={label}
      frame={frame}
      compact={compact}
      errorText={errorText}
    >
      {control}
    </FieldFrame>
  );
});

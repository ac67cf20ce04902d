import type { FieldKind } from '@esocial/form-core/field-kind.ts';
import { plainText } from '../shared/useTypedText.ts';
import type { FieldProps } from '../field-types.ts';

type Identifier = Extract<FieldKind, 'idnp' | 'idno' | 'cuatm' | 'phone' | 'email' | 'uri'>;

const looks: Readonly<
  Record<Identifier, { type: string; inputMode: 'numeric' | 'tel' | 'email' | 'url'; size: number }>
> = {
  idnp: { type: 'text', inputMode: 'numeric', size: 16 },
  idno: { type: 'text', inputMode: 'numeric', size: 16 },
  cuatm: { type: 'text', inputMode: 'numeric', size: 10 },
  phone: { type: 'tel', inputMode: 'tel', size: 18 },
  email: { type: 'text', inputMode: 'email', size: 40 },
  uri: { type: 'text', inputMode: 'url', size: 60 },
};

/** An identification number, phone number or address: the right keyboard, and spaces that come with pasting are taken off. */
export function IdentifierField({ id, field, value, invalid, readOnly, describedBy, onChange }: FieldProps) {
  const look = looks[field.kind as Identifier];
  const clean = (text: string) => (look.inputMode === 'numeric' ? text.replace(/\s+/g, '') : text);
  return (
    <input
      id={id}
      className="es-input es-input-sized"
      autoComplete="off"
      spellCheck={false}
      {...look}
      value={value == null ? '' : plainText(value)}
      readOnly={readOnly}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={({ target }) => onChange(clean(target.value) === '' ? undefined : clean(target.value))}
    />
  );
}

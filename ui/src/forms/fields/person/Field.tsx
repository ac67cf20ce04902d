import type { PersonReference } from '@esocial/contracts/generated/person-reference.ts';
import { formatDate } from '@esocial/form-core/calendar-date.ts';
import type { Json } from '@esocial/form-core/json.ts';
import { isJsonObject } from '@esocial/form-core/json.ts';
import { useFormContext } from '../../runtime/form-context.ts';
import type { PersonMatch } from '../../runtime-types.ts';
import type { FieldProps } from '../field-types.ts';
import { ReferenceField } from '../shared/ReferenceField.tsx';

/** A person of the register: searched for before a new one is registered. */
export function PersonField(props: FieldProps) {
  const { env } = useFormContext();
  const { createPerson } = env;
  const person =
    isJsonObject(props.value) && typeof props.value.personId === 'string'
      ? (props.value as unknown as PersonReference)
      : undefined;
  return (
    <ReferenceField<PersonMatch>
      {...props}
      texts="person"
      shown={person && { title: nameOf(person), detail: detailOf(person) }}
      search={env.searchPersons}
      toOption={(match) => ({
        key: match.personId,
        label: nameOf(match),
        detail: [detailOf(match), match.detail].filter(Boolean).join(' · '),
      })}
      toValue={toReference}
      create={createPerson && ((typed) => createPerson(typed).then((created) => created && toReference(created)))}
    />
  );
}

function nameOf({ lastName, firstName }: PersonReference): string {
  return `${lastName} ${firstName}`.trim();
}

function detailOf({ birthDate, idnp }: PersonReference): string {
  return [birthDate ? formatDate(birthDate) : undefined, idnp].filter(Boolean).join(', ');
}

function toReference({ personId, lastName, firstName, idnp, birthDate }: PersonReference): Json {
  return { personId, lastName, firstName, ...(idnp != null && { idnp }), ...(birthDate != null && { birthDate }) };
}

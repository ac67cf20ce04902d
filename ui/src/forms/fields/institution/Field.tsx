import { isJsonObject } from '@esocial/form-core/json.ts';
import { useFormContext } from '../../runtime/form-context.ts';
import type { InstitutionMatch } from '../../runtime-types.ts';
import type { FieldProps } from '../field-types.ts';
import { ReferenceField } from '../shared/ReferenceField.tsx';

/** An institution of the register. */
export function InstitutionField(props: FieldProps) {
  const { env } = useFormContext();
  const name = isJsonObject(props.value) && typeof props.value.name === 'string' ? props.value.name : undefined;
  return (
    <ReferenceField<InstitutionMatch>
      {...props}
      texts="institution"
      shown={name === undefined ? undefined : { title: name }}
      search={env.searchInstitutions}
      toOption={(match) => ({ key: match.institutionId, label: match.name, detail: match.detail })}
      toValue={(match) => ({ institutionId: match.institutionId, name: match.name })}
    />
  );
}

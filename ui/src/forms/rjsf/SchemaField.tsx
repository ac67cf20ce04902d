import { toPointer } from '@esocial/form-core/pointer.ts';
import { toFieldPathId } from '@rjsf/utils';
import type { FieldProps, RJSFSchema } from '@rjsf/utils';
import type { ComponentType } from 'react';
import { useFormContext } from '../runtime/form-context.ts';
import { GroupFrame } from '../fields/group/GroupFrame.tsx';

/** Takes the place of rjsf's own: groups recurse as in rjsf, a field is drawn by its kind over the form's store. */
export function SchemaField(props: FieldProps) {
  const { FieldAt } = useFormContext();
  const { fieldPathId, schema, name } = props;
  const path = toPointer(fieldPathId.path);
  if (schema.properties === undefined) return <FieldAt path={path} />;
  if (path === '') return <Properties {...props} />;
  return (
    <GroupFrame key={name} path={path}>
      <Properties {...props} />
    </GroupFrame>
  );
}

function Properties(props: FieldProps) {
  const { fieldPathId, registry, schema } = props;
  const Inner = registry.fields.SchemaField as ComponentType<FieldProps>;
  return Object.entries(schema.properties ?? {}).map(([name, child]) => (
    <Inner
      {...props}
      key={name}
      name={name}
      schema={child as RJSFSchema}
      fieldPathId={toFieldPathId(name, registry.globalFormOptions, fieldPathId.path)}
    />
  ));
}

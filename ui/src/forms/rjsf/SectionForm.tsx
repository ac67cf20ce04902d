import Form from '@rjsf/core/lib/components/Form.js';
import type { RegistryFieldsType } from '@rjsf/utils';
import { memo, useMemo } from 'react';
import { useFormContext } from '../runtime/form-context.ts';
import { SchemaField } from './SchemaField.tsx';
import { sectionLayout } from './section-layout.ts';
import { silentValidator } from './silent-validator.ts';

const fields = { SchemaField } as unknown as RegistryFieldsType;
const uiSchema = {};
/** rjsf fills in defaults by itself; ours are in the data already. */
const noDefaults = {
  emptyObjectFields: 'skipDefaults',
  arrayMinItems: { populate: 'never' },
  constAsDefaults: 'never',
} as const;

/** One section as a form of rjsf; only the section in view is mounted. */
export const SectionForm = memo(function SectionForm({ pointers }: { pointers: readonly string[] }) {
  const { localized } = useFormContext();
  const layout = useMemo(() => sectionLayout(localized.schema, pointers), [localized, pointers]);
  return (
    <Form
      tagName="div"
      className="es-form-fields"
      schema={layout}
      uiSchema={uiSchema}
      validator={silentValidator}
      fields={fields}
      experimental_defaultFormStateBehavior={noDefaults}
      showErrorList={false}
      noHtml5Validate
    >
      <></>
    </Form>
  );
});

import type { FormField } from '@esocial/form-core/compiled-form.ts';
import { useFormContext } from '../../runtime/form-context.ts';

/** The label in words: what may stay empty is marked, what must not is not; special data bears its mark. */
export function FieldLabel({ label, field }: { label: string; field: FormField }) {
  const { t } = useFormContext();
  const isMarked = field.fieldClass === 'special' || field.fieldClass === 'sealed';
  // A mark that the group around bears already would only be noise on each of its fields.
  const isSpecial = isMarked && field.parent?.fieldClass !== field.fieldClass;
  const isOptional = field.required === 'never' && !field.calculation && field.kind !== 'group' && field.key !== '*';
  return (
    <>
      {label}
      {isOptional && <span className="es-field-optional"> {t('optional')}</span>}
      {isSpecial && (
        <>
          {' '}
          <span className="es-field-special">{t(`class.${field.fieldClass}`)}</span>
        </>
      )}
    </>
  );
}

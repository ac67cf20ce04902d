import { useFormContext } from '../../runtime/form-context.ts';

/** The error of a field, in the words of the summary; the first word is for who does not see the colour. */
export function FieldError({ id, text }: { id: string; text: string }) {
  const { t } = useFormContext();
  return (
    <div id={id} className="es-field-error">
      <span className="es-visually-hidden">{t('errorPrefix')} </span>
      {text}
    </div>
  );
}

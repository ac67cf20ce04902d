import { formatValue } from '@esocial/form-core/format-value.ts';
import { useValueTexts } from '../../runtime/useValueTexts.ts';
import { useFormContext } from '../../runtime/form-context.ts';
import type { FieldProps } from '../field-types.ts';
import { calculationSources } from './calculation-sources.ts';

/** A value the form works out by itself, with what it is worked out from. */
export function CalculatedField({ id, field, schema, value, describedBy }: FieldProps) {
  const { t, localized } = useFormContext();
  const texts = useValueTexts();
  const sources = calculationSources(field, localized.schema);
  const unit = field.kind === 'money' && value !== undefined ? ` ${t('currency')}` : '';
  return (
    <>
      <output id={id} className="es-calculated" aria-describedby={[describedBy, `${id}-how`].filter(Boolean).join(' ')}>
        {value === undefined ? t('notCalculated') : `${formatValue(field, schema, value, texts)}${unit}`}
      </output>
      <div id={`${id}-how`} className="es-field-hint">
        {sources.length > 0 ? t('calculatedFrom', { fields: sources.join(', ') }) : t('calculated')}
      </div>
    </>
  );
}

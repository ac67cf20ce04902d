import { choicesOf } from '@esocial/form-core/choices.ts';
import { RadioList } from '../shared/RadioList.tsx';
import { useFormContext } from '../../runtime/form-context.ts';
import type { FieldProps } from '../field-types.ts';

const mostRadios = 7;

/** One of a few: all in view; one of many: a list that opens. */
export function ChoiceField({ value, onChange, ...props }: FieldProps) {
  const { t } = useFormContext();
  const choices = choicesOf(props.schema);
  const options = choices.map((choice) => ({ value: String(choice.value), label: choice.label }));
  const choose = (text: string | undefined) => onChange(choices.find((choice) => String(choice.value) === text)?.value);
  const chosen = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  if (options.length <= mostRadios) return <RadioList {...props} options={options} chosen={chosen} onChoose={choose} />;
  return (
    <select
      id={props.id}
      className="es-input es-input-sized"
      value={chosen ?? ''}
      disabled={props.readOnly}
      aria-label={props.label}
      aria-invalid={props.invalid || undefined}
      aria-describedby={props.describedBy}
      onChange={({ target }) => choose(target.value)}
    >
      <option value="">{t('choose')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

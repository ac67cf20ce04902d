import { useFormContext } from '../../runtime/form-context.ts';
import { RadioList } from '../shared/RadioList.tsx';
import type { FieldProps } from '../field-types.ts';

/** Yes or no, neither chosen beforehand. */
export function YesNoField({ value, onChange, ...props }: FieldProps) {
  const { t } = useFormContext();
  const options = [
    { value: 'true', label: t('yes') },
    { value: 'false', label: t('no') },
  ];
  return (
    <RadioList
      {...props}
      options={options}
      inline
      chosen={typeof value === 'boolean' ? String(value) : undefined}
      onChoose={(choice) => onChange(choice === undefined ? undefined : choice === 'true')}
    />
  );
}

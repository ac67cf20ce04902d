import { useFormContext } from '../../runtime/form-context.ts';
import type { FieldProps } from '../field-types.ts';
import { RadioList } from '../shared/RadioList.tsx';
import { plainText } from '../shared/useTypedText.ts';
import { useClassifierSearch } from '../shared/useClassifierSearch.ts';
import { ClassifierCombobox } from './ClassifierCombobox.tsx';

const mostRadios = 5;

/** An item of a classifier: a few are all in view, more are found by typing. */
export function ClassifierField(props: FieldProps) {
  const { id, value, readOnly, describedBy, onChange } = props;
  const { t } = useFormContext();
  const search = useClassifierSearch(props.field);
  const code = value == null ? undefined : plainText(value);
  if (!search) {
    return (
      <input
        id={id}
        className="es-input"
        type="text"
        readOnly
        aria-describedby={describedBy}
        value={code ?? ''}
        placeholder={t('classifier.loading')}
      />
    );
  }
  if (search.count > mostRadios) {
    return <ClassifierCombobox {...props} search={search} chosen={code} onChoose={onChange} />;
  }
  const options = search.find('', mostRadios).map((option) => ({ value: option.code, label: option.label }));
  return <RadioList {...props} options={options} chosen={code} readOnly={readOnly} onChoose={onChange} />;
}

import { useState } from 'react';
import { useFormContext } from '../../runtime/form-context.ts';
import { ClassifierCombobox } from '../classifier/ClassifierCombobox.tsx';
import type { FieldProps } from '../field-types.ts';
import { plainText } from '../shared/useTypedText.ts';
import { useClassifierSearch } from '../shared/useClassifierSearch.ts';

/** Several items of a classifier: chosen ones as a list that can be shortened, a field to add one more. */
export function MultipleClassifierField(props: FieldProps) {
  const { id, value, readOnly, onChange } = props;
  const { t } = useFormContext();
  const search = useClassifierSearch(props.field);
  const [added, setAdded] = useState(0);
  const codes = Array.isArray(value) ? value.map(plainText) : [];
  const remove = (code: string) => {
    const rest = codes.filter((other) => other !== code);
    onChange(rest.length > 0 ? rest : undefined);
  };
  if (!search)
    return (
      <input
        id={id}
        className="es-input"
        type="text"
        readOnly
        value={codes.join(', ')}
        placeholder={t('classifier.loading')}
      />
    );
  return (
    <>
      {codes.length > 0 && (
        <ul className="es-chosen" aria-label={t('classifier.chosen', { label: props.label })}>
          {codes.map((code) => (
            <li key={code} className="es-chosen-item">
              {search.option(code).label}
              {!readOnly && (
                <button
                  type="button"
                  className="es-icon-button es-no-print"
                  aria-label={t('classifier.remove', { label: search.option(code).label })}
                  onClick={() => remove(code)}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ClassifierCombobox
        {...props}
        key={added}
        search={search}
        chosen={undefined}
        without={codes}
        onChoose={(code) => {
          if (code === undefined || codes.includes(code)) return;
          setAdded(added + 1);
          onChange([...codes, code]);
        }}
      />
    </>
  );
}

import type { ClassifierSearch } from '@esocial/form-core/classifier-search.ts';
import { useMemo, useState } from 'react';
import { useFormContext } from '../../runtime/form-context.ts';
import type { FieldProps } from '../field-types.ts';
import { Combobox } from '../shared/Combobox.tsx';

export interface ClassifierComboboxProps extends Pick<
  FieldProps,
  'id' | 'label' | 'invalid' | 'readOnly' | 'describedBy'
> {
  search: ClassifierSearch;
  chosen: string | undefined;
  /** Codes that are not offered, because they are chosen already. */
  without?: readonly string[];
  onChoose: (code: string | undefined) => void;
}

const mostShown = 50;

/** Type-ahead over a classifier that is loaded: no request per key. What is typed and is no item stays, to be corrected. */
export function ClassifierCombobox({ search, chosen, without = [], onChoose, ...control }: ClassifierComboboxProps) {
  const { t } = useFormContext();
  const [typed, setTyped] = useState<string>();
  const option = chosen === undefined ? undefined : search.option(chosen);
  const query = typed ?? option?.label ?? '';
  const found = useMemo(
    () => (typed === undefined ? search.find('', mostShown) : search.find(typed, mostShown)),
    [search, typed],
  );
  const options = found
    .filter(({ code }) => !without.includes(code))
    .map(({ code, label, path }) => ({ key: code, label, detail: path.length > 0 ? path.join(' › ') : undefined }));
  const settle = () => {
    if (typed === undefined) return;
    const exact = search.find(typed, 2).filter(({ label }) => label.toLowerCase() === typed.trim().toLowerCase());
    if (typed.trim() === '') onChoose(undefined);
    else onChoose(exact.length === 1 ? exact[0]!.code : typed.trim());
    setTyped(undefined);
  };
  return (
    <>
      <Combobox
        {...control}
        query={query}
        options={options}
        placeholder={t('classifier.placeholder')}
        status={options.length === 0 ? t('classifier.nothing') : t('classifier.found', { count: options.length })}
        onQuery={setTyped}
        onChoose={(code) => {
          setTyped(undefined);
          onChoose(code);
        }}
        onClose={settle}
      />
      {option && option.path.length > 0 && <div className="es-field-hint">{option.path.join(' › ')}</div>}
    </>
  );
}

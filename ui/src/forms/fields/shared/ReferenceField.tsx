import type { Json } from '@esocial/form-core/json.ts';
import { useEffect, useRef, useState } from 'react';
import { useFormContext } from '../../runtime/form-context.ts';
import type { FieldProps } from '../field-types.ts';
import type { ComboboxOption } from './Combobox.tsx';
import { Combobox } from './Combobox.tsx';
import { useSearch } from './useSearch.ts';

export interface ReferenceFieldProps<Item> extends FieldProps {
  /** Prefix of the texts: `person` or `institution`. */
  texts: 'person' | 'institution';
  /** The chosen one in words; undefined when none is. */
  shown: { title: string; detail?: string } | undefined;
  search: ((text: string, signal: AbortSignal) => Promise<Item[]>) | undefined;
  toOption: (item: Item) => ComboboxOption;
  toValue: (item: Item) => Json;
  /** Registers a new one; undefined when nothing came of it. */
  create?: ((typed: string) => Promise<Json | undefined>) | undefined;
}

/** A reference to something that is looked up: the chosen one as a card, otherwise a search with type-ahead. */
export function ReferenceField<Item>({
  id,
  texts,
  shown,
  search,
  toOption,
  toValue,
  create,
  label,
  invalid,
  readOnly,
  describedBy,
  onChange,
}: ReferenceFieldProps<Item>) {
  const { t } = useFormContext();
  const [query, setQuery] = useState('');
  const focusSearch = useRef(false);
  const { items, state } = useSearch(query, search);
  useEffect(() => {
    if (focusSearch.current && !shown) document.getElementById(id)?.focus();
    focusSearch.current = false;
  }, [id, shown]);
  if (shown) {
    return (
      <div id={id} className="es-reference" tabIndex={-1} aria-describedby={describedBy}>
        <span>
          {shown.title}
          {shown.detail && <span className="es-field-hint"> {shown.detail}</span>}
        </span>
        {!readOnly && (
          <button
            type="button"
            className="es-link-button es-no-print"
            onClick={() => {
              focusSearch.current = true;
              onChange(undefined);
            }}
          >
            {t('reference.change')}
            <span className="es-visually-hidden">: {label}</span>
          </button>
        )}
      </div>
    );
  }
  const accept = (value: Json | undefined) => {
    if (value === undefined) return;
    setQuery('');
    onChange(value);
  };
  const options = items.map(toOption);
  const statusKey = state === 'done' ? (options.length === 0 ? 'nothing' : 'found') : state;
  const createButton = create && query.trim() !== '' && state !== 'searching' && (
    <button type="button" className="es-combobox-action" onClick={() => void create(query.trim()).then(accept)}>
      {t(`${texts}.create`, { typed: query.trim() })}
    </button>
  );
  return (
    <Combobox
      id={id}
      label={label}
      query={query}
      options={options}
      invalid={invalid}
      readOnly={readOnly}
      describedBy={describedBy}
      placeholder={t(`${texts}.placeholder`)}
      status={t(`reference.${statusKey}`, { count: options.length })}
      footer={createButton || undefined}
      onQuery={setQuery}
      onChoose={(key) => {
        const item = items.find((candidate) => toOption(candidate).key === key);
        if (item !== undefined) accept(toValue(item));
      }}
      onClose={() => undefined}
    />
  );
}

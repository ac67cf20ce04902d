import { useEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, ReactNode } from 'react';

export interface ComboboxOption {
  key: string;
  label: string;
  /** A second line: where the item stands in its tree, the birth date of a person. */
  detail?: string | undefined;
}

export interface ComboboxProps {
  id: string;
  label: string;
  query: string;
  options: readonly ComboboxOption[];
  invalid: boolean;
  readOnly: boolean;
  describedBy: string | undefined;
  placeholder?: string | undefined;
  /** Announced politely: "12 rezultate", "Se caută…". */
  status: string;
  /** Below the options: further actions. */
  footer?: ReactNode;
  onQuery: (query: string) => void;
  onChoose: (key: string) => void;
  onClose: () => void;
}

/** A text field with a list of suggestions, after the combobox pattern of WAI-ARIA: arrows, Enter, Escape; the focus stays in the field. */
export function Combobox({
  id,
  label,
  query,
  options,
  invalid,
  readOnly,
  describedBy,
  placeholder,
  status,
  footer,
  onQuery,
  onChoose,
  onClose,
}: ComboboxProps) {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);

  const close = () => {
    setOpen(false);
    setActive(-1);
    onClose();
  };
  const choose = (index: number) => {
    const option = options[index];
    setOpen(false);
    setActive(-1);
    if (option) onChoose(option.key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && !readOnly) {
      event.preventDefault();
      setOpen(true);
      if (options.length > 0)
        setActive((active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length);
    } else if (event.key === 'Enter' && isOpen && !event.ctrlKey) {
      event.preventDefault();
      choose(active < 0 && options.length === 1 ? 0 : active);
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      close();
    }
  };
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) close();
  };
  const shows = isOpen && !readOnly;
  return (
    <div className="es-combobox" onBlur={onBlur}>
      <input
        id={id}
        className="es-input"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        value={query}
        placeholder={placeholder}
        readOnly={readOnly}
        aria-autocomplete="list"
        aria-expanded={shows}
        aria-controls={shows ? `${id}-list` : undefined}
        aria-activedescendant={shows && active >= 0 ? `${id}-option-${active}` : undefined}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        onFocus={(event) => event.target.select()}
        onClick={() => setOpen(true)}
        onChange={({ target }) => {
          setOpen(true);
          setActive(-1);
          onQuery(target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="es-visually-hidden" role="status">
        {shows ? status : ''}
      </div>
      {shows && (
        <div className="es-combobox-drop">
          <ul id={`${id}-list`} ref={list} role="listbox" aria-label={label}>
            {options.map((option, index) => (
              <li
                key={option.key}
                id={`${id}-option-${index}`}
                role="option"
                aria-selected={index === active}
                className="es-combobox-option"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(index)}
              >
                <span>{option.label}</span>
                {option.detail && <span className="es-field-hint">{option.detail}</span>}
              </li>
            ))}
          </ul>
          {options.length === 0 && <p className="es-combobox-empty">{status}</p>}
          {footer}
        </div>
      )}
    </div>
  );
}

import type { Json } from '@esocial/form-core/json.ts';
import { useState } from 'react';
import type { ChangeEvent } from 'react';

export interface TypedText {
  value: string;
  onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  onBlur: () => void;
}

/**
 * A text control over a value that is read and written in another form (a date, a number). While somebody types, their own spelling
 * stays; afterwards the value is shown as it is understood. What cannot be understood is kept as it was typed.
 */
export function useTypedText(
  value: Json | undefined,
  onChange: (value: Json | undefined) => void,
  parse: (text: string) => Json | undefined,
  format: (value: Json) => string,
): TypedText {
  const [typed, setTyped] = useState<string>();
  return {
    value: typed ?? (value === undefined || value === null ? '' : format(value)),
    onChange: ({ target }) => {
      setTyped(target.value);
      onChange(target.value.trim() === '' ? undefined : (parse(target.value) ?? target.value));
    },
    onBlur: () => setTyped(undefined),
  };
}

/** A value as text when nothing better is known of it. */
export function plainText(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

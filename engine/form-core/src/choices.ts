import type { FormSchema } from './form-schema.ts';

export interface Choice {
  value: string | number;
  label: string;
}

/** The choices of a choice or multiple-choice field, in their order. */
export function choicesOf(schema: FormSchema): Choice[] {
  const holder = schema.items ?? schema;
  if (holder.oneOf)
    return holder.oneOf.flatMap(({ const: value, title }) =>
      isChoiceValue(value) ? [{ value, label: title ?? String(value) }] : [],
    );
  return (holder.enum ?? []).filter(isChoiceValue).map((value) => ({ value, label: String(value) }));
}

function isChoiceValue(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

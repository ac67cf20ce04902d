import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import { schemaAt } from '@esocial/form-core/check-answers.ts';
import { fieldAt } from '@esocial/form-core/field-path.ts';
import { useEffect, useRef } from 'react';
import { errorText } from '../messages/error-text.ts';
import { fieldPathOf } from '../store/error-book.ts';
import { errorsChange } from '../store/form-store.ts';
import { fieldId } from './field-id.ts';
import { useFormContext } from './form-context.ts';
import { useStoreSignal } from './useStoreSignal.ts';

export interface ErrorSummaryProps {
  /** Grows each time the errors are shown anew; then the summary takes the focus. */
  shown: number;
  onGoTo: (error: FieldError) => void;
}

/** All errors on top, each a link to its field, in the words that stand beside it. */
export function ErrorSummary({ shown, onGoTo }: ErrorSummaryProps) {
  const { store, t } = useFormContext();
  useStoreSignal(store, errorsChange);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown > 0) box.current?.focus();
  }, [shown]);
  const errors = store.errors();
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="es-error-summary" role="alert" tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('summary.title', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <ErrorLink key={`${error.path} ${error.keyword}`} error={error} onGoTo={onGoTo} />
        ))}
      </ul>
    </div>
  );
}

function ErrorLink({ error, onGoTo }: { error: FieldError; onGoTo: (error: FieldError) => void }) {
  const { store, t, localized, language } = useFormContext();
  const path = fieldPathOf(store.form, error.path);
  const field = fieldAt(store.form, path) ?? store.form.root;
  const schema = schemaAt(localized.schema, field.pattern) ?? field.schema;
  const title = field === store.form.root ? error.path.slice(1) : (schema.title ?? field.key);
  return (
    <li>
      <a
        href={`#${fieldId(path)}`}
        onClick={(event) => {
          event.preventDefault();
          onGoTo(error);
        }}
      >
        {errorText(t, { error, field, schema: { ...schema, title }, value: store.value(error.path), language })}
      </a>
    </li>
  );
}

import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { KeyboardEvent } from 'react';
import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import { CheckPage } from './runtime/CheckPage.tsx';
import { ErrorSummary } from './runtime/ErrorSummary.tsx';
import { FormBar } from './runtime/FormBar.tsx';
import { FormProvider } from './runtime/FormProvider.tsx';
import { SectionList } from './runtime/SectionList.tsx';
import { SectionPage } from './runtime/SectionPage.tsx';
import { useAutosave } from './runtime/useAutosave.ts';
import { useFormStore } from './runtime/useFormStore.ts';
import { checkPage, useSectionFlow } from './runtime/useSectionFlow.ts';
import type { FormRuntimeProps } from './runtime-types.ts';
import { errorsChange } from './store/form-store.ts';
import { sectionOfError } from './store/section-states.ts';

/** A form that is being filled in, section by section, to its check page and its sending. */
export function FormRuntime(props: FormRuntimeProps) {
  const { env, prefilled, readOnlyPointers, readOnly = false } = props;
  const store = useFormStore(props);
  return (
    <FormProvider store={store} env={env} prefilled={prefilled} readOnlyPointers={readOnlyPointers} readOnly={readOnly}>
      <OpenForm {...props} store={store} />
    </FormProvider>
  );
}

function OpenForm(props: FormRuntimeProps & { store: ReturnType<typeof useFormStore> }) {
  const { store, primaryAction, submitting = false, readOnly = false, status, actions, onSubmit } = props;
  const flow = useSectionFlow(store, props.section, props.onSectionChange);
  const flush = useAutosave(store, props.onChange);
  const { shown, show } = useShownErrors(props);
  useImperativeHandle(props.ref, () => ({ merge: store.merge, flush }), [store, flush]);
  useFocusOnSection(flow.current);

  const keys = [...flow.sections.map(({ key }) => key), checkPage];
  const position = keys.indexOf(flow.current);
  const section = flow.sections[position];
  const next = () => {
    const verdict = store.check();
    const errors = readOnly
      ? []
      : section
        ? verdict.errors.filter((error) => sectionOfError(store.form, error) === section.key)
        : verdict.errors;
    if (errors.length > 0) return show(errors);
    store.showErrors([]);
    if (section) return flow.go(keys[position + 1]!);
    flush();
    onSubmit(verdict.data);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !submitting) next();
  };
  return (
    <div className="es-form" onKeyDown={onKeyDown}>
      {keys.length > 2 && <SectionList flow={flow} />}
      <div className="es-form-main">
        <ErrorSummary shown={shown} onGoTo={flow.goToError} />
        {section ? (
          <SectionPage section={section} number={position + 1} count={flow.sections.length} />
        ) : (
          <CheckPage flow={flow} readOnly={readOnly} />
        )}
        <FormBar
          isFirst={position === 0}
          isLast={!section}
          readOnly={readOnly}
          submitting={submitting}
          primaryAction={primaryAction}
          status={status}
          actions={actions}
          onBack={() => flow.go(keys[position - 1]!)}
          onNext={next}
        />
      </div>
    </div>
  );
}

/** Errors of the check here and of the server's answer; each time they are shown, the summary takes the focus. */
function useShownErrors({
  store,
  errors,
  onErrorCount,
}: FormRuntimeProps & { store: ReturnType<typeof useFormStore> }) {
  const [shown, setShown] = useState(0);
  const report = useRef(onErrorCount);
  useEffect(() => {
    report.current = onErrorCount;
  });
  const show = (found: readonly FieldError[]) => {
    store.showErrors(found);
    setShown((count) => count + 1);
  };
  useEffect(() => {
    // An empty answer must not take away what the check here has just shown.
    if (!errors || errors.length === 0) return;
    store.showErrors(errors);
    setShown((count) => count + 1);
  }, [store, errors]);
  useEffect(() => store.subscribe(errorsChange, () => report.current?.(store.errors().length)), [store]);
  return { shown, show };
}

/** After a change of section the focus is at its title, unless it is already inside (a link to a field). */
function useFocusOnSection(current: string): void {
  const previous = useRef(current);
  useEffect(() => {
    if (previous.current === current) return;
    previous.current = current;
    const main = document.querySelector('.es-form-main');
    if (main?.contains(document.activeElement) && document.activeElement?.closest('.es-form-fields')) return;
    const title = main?.querySelector<HTMLElement>('.es-form-title');
    title?.focus();
    title?.scrollIntoView?.({ block: 'start' });
  }, [current]);
}

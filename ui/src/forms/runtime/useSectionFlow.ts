import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { FormSection } from '@esocial/form-core/compiled-form.ts';
import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { fieldPathOf } from '../store/error-book.ts';
import type { FormStore } from '../store/form-store.ts';
import { anyChange } from '../store/form-store.ts';
import { sectionOfError, visibleSections } from '../store/section-states.ts';
import { focusField } from './field-id.ts';

/** The key of the page that shows all answers. */
export const checkPage = 'check';

export interface SectionFlow {
  sections: readonly FormSection[];
  /** Key of the section in view, or `checkPage`. */
  current: string;
  visited: ReadonlySet<string>;
  go: (section: string) => void;
  /** Goes to the field of an error, wherever it is, and focuses it. */
  goToError: (error: FieldError) => void;
}

/** Which section is in view; the page may hold that in its address, otherwise it is held here. */
export function useSectionFlow(
  store: FormStore,
  given: string | undefined,
  onSectionChange: ((section: string) => void) | undefined,
): SectionFlow {
  const [own, setOwn] = useState<string>();
  const visited = useRef(new Set<string>());
  const sections = useVisibleSections(store);
  const wanted = given ?? own;
  const current =
    wanted === checkPage || sections.some(({ key }) => key === wanted) ? wanted! : (sections[0]?.key ?? checkPage);
  visited.current.add(current);
  const go = useCallback(
    (section: string) => {
      setOwn(section);
      onSectionChange?.(section);
    },
    [onSectionChange],
  );
  const goToError = (error: FieldError) => {
    const section = sectionOfError(store.form, error);
    if (section !== current) flushSync(() => go(section));
    const path = fieldPathOf(store.form, error.path);
    if (!focusField(path)) requestAnimationFrame(() => focusField(path));
  };
  return { sections, current, visited: visited.current, go, goToError };
}

/** Typing may show or hide a whole section; the page is drawn again only then. */
function useVisibleSections(store: FormStore): readonly FormSection[] {
  const subscribe = useCallback((listener: () => void) => store.subscribe(anyChange, listener), [store]);
  const keys = useSyncExternalStore(subscribe, () =>
    visibleSections(store)
      .map(({ key }) => key)
      .join(' '),
  );
  return useMemo(() => store.form.sections.filter(({ key }) => keys.split(' ').includes(key)), [store, keys]);
}

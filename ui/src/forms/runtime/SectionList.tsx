import { useEffect, useRef } from 'react';
import { useFormContext } from './form-context.ts';
import { anyChange, errorsChange } from '../store/form-store.ts';
import { sectionOfError, sectionState } from '../store/section-states.ts';
import type { SectionFlow } from './useSectionFlow.ts';
import { checkPage } from './useSectionFlow.ts';
import { useDebouncedSignal } from './useDebouncedSignal.ts';
import { useStoreSignal } from './useStoreSignal.ts';

/** The sections with how far each is, and the page that checks the answers. */
export function SectionList({ flow }: { flow: SectionFlow }) {
  const { store, t, localized } = useFormContext();
  useStoreSignal(store, errorsChange);
  useDebouncedSignal(store, anyChange);
  const list = useRef<HTMLOListElement>(null);
  const { current: currentKey } = flow;
  useEffect(() => {
    // On a narrow screen the list is one line that scrolls: the current section is kept in it.
    const item = list.current?.querySelector<HTMLElement>('[aria-current]')?.parentElement;
    if (list.current && item) list.current.scrollLeft = item.offsetLeft - list.current.offsetLeft;
  }, [currentKey]);
  const titles = localized.uiSchema['ui:sections'] ?? [];
  // While only one section has been seen none can be complete, so the whole form need not be checked yet.
  const faults = flow.visited.size > 1 ? store.check().errors : [];
  const open = new Set(faults.map((error) => sectionOfError(store.form, error)));
  const shown = new Set(store.errors().map((error) => sectionOfError(store.form, error)));
  const item = (key: string, title: string, state?: string) => (
    <li key={key}>
      <button
        type="button"
        className="es-section-link"
        aria-current={flow.current === key ? 'step' : undefined}
        onClick={() => flow.go(key)}
      >
        <span>{title}</span>
        {state && <span className={`es-section-state es-section-${state}`}>{t(`sections.state.${state}`)}</span>}
      </button>
    </li>
  );
  return (
    <nav className="es-section-list es-no-print" aria-label={t('sections.label')}>
      <ol ref={list}>
        {flow.sections.map((section) =>
          item(
            section.key,
            titles[section.index]?.title ?? localized.schema.title ?? '',
            sectionState(store, section, flow.visited.has(section.key) && flow.current !== section.key, open, shown),
          ),
        )}
        {item(checkPage, t('sections.check'))}
      </ol>
    </nav>
  );
}

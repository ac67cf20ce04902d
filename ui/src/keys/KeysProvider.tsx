import { useEffect, useState, type ReactNode } from 'react';
import { KeyRegistry } from './key-registry.ts';
import { KeysContext } from './KeysContext.ts';

const writable = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  return target instanceof Element && target.closest(writable) !== null;
}

/** Listens to the keyboard for everything inside. */
export function KeysProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new KeyRegistry());
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      const shortcut = registry.match({
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        at: event.timeStamp,
        busy: isBusy(event.target),
      });
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [registry]);
  return <KeysContext.Provider value={registry}>{children}</KeysContext.Provider>;
}

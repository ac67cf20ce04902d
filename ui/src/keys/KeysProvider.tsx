import { useEffect, useState, type ReactNode } from 'react';
import { KeyRegistry } from './key-registry.ts';
import { KeysContext } from './KeysContext.ts';

const writable = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';
/** What Enter presses by itself; a shortcut must not take it away. */
const pressable = 'a[href], button, summary';

function isBusy({ key, target }: KeyboardEvent): boolean {
  if (document.querySelector('dialog[open]')) return true;
  if (!(target instanceof Element)) return false;
  return target.closest(writable) !== null || (key === 'Enter' && target.closest(pressable) !== null);
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
        busy: isBusy(event),
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

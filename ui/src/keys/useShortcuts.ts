import { useEffect, useRef } from 'react';
import type { Shortcut, ShortcutGroup } from './key-registry.ts';
import { useKeyRegistry } from './KeysContext.ts';

/** Offers `shortcuts` while the caller is on the page; they always run with its newest values. */
export function useShortcuts(scope: ShortcutGroup['scope'], shortcuts: readonly Shortcut[]): void {
  const registry = useKeyRegistry();
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  const names = shortcuts.map((shortcut) => `${shortcut.keys}\n${shortcut.label}`).join('\n\n');
  useEffect(() => {
    const offered = names === '' ? [] : names.split('\n\n');
    return registry.add({
      scope,
      shortcuts: offered.map((name, index) => ({
        keys: name.split('\n')[0] ?? '',
        label: name.split('\n')[1] ?? '',
        run: () => current.current[index]?.run(),
      })),
    });
  }, [registry, scope, names]);
}

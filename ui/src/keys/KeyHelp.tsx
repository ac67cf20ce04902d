import { useTranslation } from 'react-i18next';
import { Dialog } from '../components/Dialog.tsx';
import type { ShortcutGroup } from './key-registry.ts';
import { KeyNames } from './KeyNames.tsx';
import { useKeyRegistry } from './KeysContext.ts';

/** All keys that do something now. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('ui');
  const groups = useKeyRegistry().list();
  const section = (scope: ShortcutGroup['scope'], title: string) => {
    const shortcuts = groups.filter((group) => group.scope === scope).flatMap((group) => group.shortcuts);
    if (shortcuts.length === 0) return null;
    return (
      <section className="es-stack es-stack-small">
        <h3>{title}</h3>
        <dl className="es-keys">
          {shortcuts.map((shortcut) => (
            <div key={shortcut.keys} style={{ display: 'contents' }}>
              <dt>
                <KeyNames keys={shortcut.keys} />
              </dt>
              <dd>{shortcut.label}</dd>
            </div>
          ))}
        </dl>
      </section>
    );
  };
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <div className="es-stack">
        {section('page', t('keys.onThisPage'))}
        {section('everywhere', t('keys.everywhere'))}
      </div>
    </Dialog>
  );
}

import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../components/Dialog.tsx';
import { KeyNames } from '../keys/KeyNames.tsx';
import { matchCommands, type Command } from './match-command.ts';

interface CommandPaletteProps {
  commands: readonly Command[];
  /** What becomes of a text that names no command, for example a search for a person. */
  onSearch?: (text: string) => Command[];
  onClose: () => void;
}

/** Finds a command or a page by a few letters; arrows choose, Enter runs. */
export function CommandPalette({ commands, onSearch, onClose }: CommandPaletteProps) {
  const { t } = useTranslation('ui');
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState(0);
  const listId = useId();
  const found = [...matchCommands(commands, query), ...(query.trim() ? (onSearch?.(query.trim()) ?? []) : [])];
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setSelected((selected + step + found.length) % Math.max(found.length, 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[selected]);
    }
  };
  return (
    <Dialog title={t('palette.title')} onClose={onClose}>
      <input
        className="es-input"
        role="combobox"
        aria-label={t('palette.label')}
        placeholder={t('palette.label')}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={found[selected] ? `${listId}-${selected}` : undefined}
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setSelected(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="es-visually-hidden" role="status">
        {t('palette.count', { count: found.length })}
      </p>
      {found.length === 0 && <p className="es-faint">{t('palette.none')}</p>}
      <div id={listId} role="listbox" aria-label={t('palette.title')} className="es-palette-list">
        {found.map((command, index) => (
          <div
            key={command.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === selected}
            className="es-menu-item"
            onClick={() => run(command)}
          >
            <span className="es-grow">{command.label}</span>
            <span className="es-faint es-small">{command.group}</span>
            {command.keys && <KeyNames keys={command.keys} />}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

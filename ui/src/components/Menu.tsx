import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

interface MenuProps {
  label: string;
  trigger: ReactNode;
  children: (close: () => void) => ReactNode;
}

/** A button that discloses a short list; Esc and a click outside close it and return the focus. */
export function Menu({ label, trigger, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const listId = useId();
  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    return () => document.removeEventListener('pointerdown', onPointer);
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      ref={root}
      className="es-menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        ref={button}
        type="button"
        className="es-icon-button"
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        <span className="es-visually-hidden">{label}</span>
        <span className="es-menu-trigger" aria-hidden="true">
          {trigger}
        </span>
      </button>
      <div id={listId} className="es-menu-list" hidden={!open}>
        {open && children(close)}
      </div>
    </div>
  );
}

import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  size?: 'normal' | 'wide' | 'side';
  /** A dialog that has to be answered has no close button and ignores Esc. */
  mustAnswer?: boolean;
}

/**
 * A modal dialog on the browser's own `<dialog>`: the rest of the page is inert, Esc closes, and
 * the focus returns to where it was.
 */
export function Dialog({ title, onClose, children, footer, size = 'normal', mustAnswer = false }: DialogProps) {
  const { t } = useTranslation('ui');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    element?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`es-dialog es-dialog-${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        if (!mustAnswer) onClose();
      }}
      onClick={(event) => {
        if (!mustAnswer && event.target === dialog.current) onClose();
      }}
    >
      <div className="es-dialog-head">
        <h2 id={titleId}>{title}</h2>
        {!mustAnswer && (
          <button type="button" className="es-icon-button" aria-label={t('dialog.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </div>
      {children}
      {footer && <div className="es-dialog-foot">{footer}</div>}
    </dialog>
  );
}

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/Icon.tsx';
import type { Toast } from './toast-context.ts';

const staysMilliseconds = 10_000;

/** One notice; it stays ten seconds, because undoing takes reading first. */
export function ToastItem({ toast, onGone }: { toast: Toast; onGone: () => void }) {
  const { t } = useTranslation('ui');
  const gone = useRef(onGone);
  useEffect(() => {
    gone.current = onGone;
  });
  useEffect(() => {
    const timer = setTimeout(() => gone.current(), staysMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  const undo = () => {
    toast.undo?.();
    onGone();
  };
  return (
    <div className="es-toast">
      <span className="es-grow">{toast.text}</span>
      {toast.undo && (
        <button type="button" className="es-link-button" onClick={undo}>
          {t('toast.undo')}
        </button>
      )}
      <button type="button" className="es-icon-button" aria-label={t('toast.dismiss')} onClick={onGone}>
        <Icon name="close" />
      </button>
    </div>
  );
}

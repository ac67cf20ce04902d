import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ToastContext, type Toast } from './toast-context.ts';
import { ToastItem } from './ToastItem.tsx';

interface ShownToast extends Toast {
  id: number;
}

/** Keeps the notices in a live region at the lower right. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui');
  const [toasts, setToasts] = useState<ShownToast[]>([]);
  const show = useCallback((toast: Toast) => {
    setToasts((current) => [...current.slice(-2), { ...toast, id: (current.at(-1)?.id ?? 0) + 1 }]);
  }, []);
  const remove = useCallback((id: number) => setToasts((current) => current.filter((each) => each.id !== id)), []);
  return (
    <ToastContext.Provider value={show}>
      {children}
      <div className="es-toasts" role="region" aria-label={t('toast.region')} aria-live="polite">
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} onGone={() => remove(toast.id)} />
        ))}
      </div>
    </ToastContext.Provider>
  );
}

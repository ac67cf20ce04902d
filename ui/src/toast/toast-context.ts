import { createContext, useContext } from 'react';

export interface Toast {
  text: string;
  /** Takes back what was done. */
  undo?: () => void;
}

export const ToastContext = createContext<((toast: Toast) => void) | undefined>(undefined);

/** Shows a short notice about something that ended elsewhere, with a way to take it back. */
export function useToast(): (toast: Toast) => void {
  const show = useContext(ToastContext);
  if (!show) throw new Error('useToast is used outside of ToastProvider.');
  return show;
}

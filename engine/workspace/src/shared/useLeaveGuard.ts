import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLeaveWarning } from './useLeaveWarning.ts';

/**
 * Asks before what is typed and not saved is left behind: by a link or a key within the application, by the browser's
 * back button, by closing the page. What replaces the address, as a deed that succeeded does, goes through.
 */
export function useLeaveGuard(unsaved: boolean): void {
  const { t } = useTranslation('shared');
  const question = t('leave');
  useLeaveWarning(unsaved);
  useEffect(() => {
    if (!unsaved) return undefined;
    const here = window.location.href;
    const pushState: History['pushState'] = Reflect.get(window.history, 'pushState');
    const push: History['pushState'] = (...state) => pushState.apply(window.history, state);
    const mayLeave = () => window.confirm(question);
    window.history.pushState = (...state) => {
      if (mayLeave()) push(...state);
    };
    const back = (event: PopStateEvent) => {
      if (window.location.href === here || mayLeave()) return;
      event.stopImmediatePropagation();
      push(null, '', here);
    };
    // Before the router hears of it.
    window.addEventListener('popstate', back, { capture: true });
    return () => {
      window.history.pushState = pushState;
      window.removeEventListener('popstate', back, { capture: true });
    };
  }, [unsaved, question]);
}

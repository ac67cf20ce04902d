import { useTranslation } from 'react-i18next';
import { useOnline } from '../live/useOnline.ts';
import { useSession } from '../shared/session/SessionContext.ts';

/** What everybody must know now: no connection, a sandbox. */
export function useTopBars(): { key: string; tone: 'danger' | 'warning' | 'info'; content: string }[] {
  const { t } = useTranslation(['session', 'ui']);
  const { environment } = useSession();
  const online = useOnline();
  return [
    ...(online ? [] : [{ key: 'offline', tone: 'danger' as const, content: t('ui:shell.offline') }]),
    ...(environment.sandbox ? [{ key: 'sandbox', tone: 'info' as const, content: t('sandbox') }] : []),
  ];
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../live/useOnline.ts';
import { processEngineStatus } from '../shared/process-engine/process-engine-status.ts';
import { useSession } from '../shared/session/SessionContext.ts';

/** What everybody must know now: no connection, a process engine that is away, a sandbox. */
export function useTopBars(): { key: string; tone: 'danger' | 'warning' | 'info'; content: string }[] {
  const { t } = useTranslation(['session', 'ui']);
  const { environment } = useSession();
  const online = useOnline();
  const engine = useQuery(processEngineStatus(environment.engine === 'zeebe'));
  return [
    ...(online ? [] : [{ key: 'offline', tone: 'danger' as const, content: t('ui:shell.offline') }]),
    ...(engine.data?.state === 'away' ? [{ key: 'engine', tone: 'warning' as const, content: t('engineAway') }] : []),
    ...(environment.sandbox ? [{ key: 'sandbox', tone: 'info' as const, content: t('sandbox') }] : []),
  ];
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { onSessionEnd } from '../../api/session-end.ts';
import { fetchSession } from './api/session.ts';
import { ExpiredDialog } from './ExpiredDialog.tsx';

/** Watches for the session's end; the page and what was typed stay beneath the dialog. */
export function SessionGuard() {
  const queries = useQueryClient();
  const [expired, setExpired] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => onSessionEnd(() => setExpired(true)), []);

  const check = async (quiet: boolean) => {
    const session = await fetchSession().catch(() => null);
    if (!session) {
      setFailed(!quiet);
      return;
    }
    setExpired(false);
    setFailed(false);
    await queries.invalidateQueries();
  };

  useEffect(() => {
    if (!expired) return;
    const onFocus = () => void check(true);
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  });

  return expired ? <ExpiredDialog failed={failed} onContinue={() => void check(false)} /> : null;
}

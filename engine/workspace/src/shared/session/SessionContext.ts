import { createContext, useContext } from 'react';
import { mayDo, type Session } from './session.ts';

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is used outside of the signed-in part of the page.');
  return session;
}

/** Whether the person may do `action` at all; controls that would only be refused are not shown. */
export function useMay(action: string): boolean {
  return mayDo(useSession(), action);
}

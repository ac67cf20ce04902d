import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { Skeleton } from '@esocial/ui/components/Skeleton.tsx';
import type { Language } from '@esocial/ui/i18n/language.ts';
import { useQuery } from '@tanstack/react-query';
import { Route, Switch } from 'wouter';
import { sessionQuery } from '../features/session/api/session.ts';
import { SignedInPage } from '../features/session/SignedInPage.tsx';
import { SignInPage } from '../features/session/SignInPage.tsx';
import { LiveProvider } from '../live/LiveProvider.tsx';
import { SessionContext } from '../shared/session/SessionContext.ts';
import { SignedInApp } from './SignedInApp.tsx';

/** Asks who is signed in, and opens the door or the product. */
export function App({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const session = useQuery(sessionQuery());
  if (session.data === null) return <SignInPage onLanguage={onLanguage} />;
  if (!session.data) {
    return (
      <main className="es-sign-in">
        {session.error ? (
          <ProblemMessage error={session.error} onRetry={() => void session.refetch()} />
        ) : (
          <Skeleton rows={4} />
        )}
      </main>
    );
  }
  return (
    <SessionContext.Provider value={session.data}>
      <Switch>
        <Route path="/signed-in">
          <SignedInPage />
        </Route>
        <Route>
          <LiveProvider>
            <SignedInApp onLanguage={onLanguage} />
          </LiveProvider>
        </Route>
      </Switch>
    </SessionContext.Provider>
  );
}

import { ErrorBoundary } from '@esocial/ui/components/ErrorBoundary.tsx';
import { Skeleton } from '@esocial/ui/components/Skeleton.tsx';
import { Suspense, useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { homeOf } from '../features/navigation/navigation-groups.ts';
import { useSession } from '../shared/session/SessionContext.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { routes } from './routes.tsx';

/** The page that the address names. */
export function Pages() {
  const [path] = useLocation();
  const session = useSession();
  useEffect(() => {
    // Newer browsers answer with a promise, which React would take for a clean-up.
    window.scrollTo(0, 0);
  }, [path]);
  return (
    <ErrorBoundary resetKey={path}>
      <Suspense
        fallback={
          <div className="es-page">
            <Skeleton rows={8} />
          </div>
        }
      >
        <Switch>
          <Route path="/">
            <Redirect to={homeOf(session)} replace />
          </Route>
          {routes.map((route) => (
            <Route key={route.path} path={route.path}>
              <route.page />
            </Route>
          ))}
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

import { ErrorBoundary } from '@esocial/ui/components/ErrorBoundary.tsx';
import { lazy, Suspense, type ComponentProps } from 'react';

const ProcessDiagram = lazy(async () => ({ default: (await import('./ProcessDiagram.tsx')).ProcessDiagram }));

/**
 * The diagram, whose large library is loaded by those who look at it. When it cannot be loaded the rest of the page
 * stays: the table beside it says the same.
 */
export function LazyDiagram(props: ComponentProps<typeof ProcessDiagram>) {
  return (
    <ErrorBoundary>
      <Suspense fallback={<div className="es-diagram" />}>
        <ProcessDiagram {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}

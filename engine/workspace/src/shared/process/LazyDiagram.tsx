import { lazy, Suspense, type ComponentProps } from 'react';

const ProcessDiagram = lazy(async () => ({ default: (await import('./ProcessDiagram.tsx')).ProcessDiagram }));

/** The diagram, whose large library is loaded by those who look at it. */
export function LazyDiagram(props: ComponentProps<typeof ProcessDiagram>) {
  return (
    <Suspense fallback={<div className="es-diagram" />}>
      <ProcessDiagram {...props} />
    </Suspense>
  );
}

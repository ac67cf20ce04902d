import { useId, type ReactNode } from 'react';

/** A part of what a definition says, under its heading. */
export function ContentSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="es-stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

import type { ReactNode } from 'react';

/** Something everybody must know now: sandbox, announcement, lost connection. */
export function TopBar({ tone, children }: { tone: 'danger' | 'warning' | 'info'; children: ReactNode }) {
  return (
    <div className={`es-topbar es-tone-${tone}`} role="status">
      {children}
    </div>
  );
}

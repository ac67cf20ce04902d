import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';

export type Tone = 'danger' | 'warning' | 'success' | 'neutral' | 'info';

const shapes: Record<Tone, IconName> = {
  danger: 'stop',
  warning: 'alert',
  success: 'check',
  neutral: 'minus',
  info: 'clock',
};

/** A state: always a word, a shape and a colour together. */
export function StateBadge({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`es-badge es-tone-${tone}`}>
      <Icon name={icon ?? shapes[tone]} />
      {children}
    </span>
  );
}

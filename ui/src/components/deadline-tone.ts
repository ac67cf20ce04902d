import type { Tone } from './StateBadge.tsx';

export type DeadlineState = 'none' | 'onTime' | 'running' | 'atRisk' | 'overdue' | 'met' | 'missed' | 'cancelled';

const tones: Record<DeadlineState, Tone> = {
  none: 'neutral',
  onTime: 'success',
  running: 'success',
  atRisk: 'warning',
  overdue: 'danger',
  met: 'success',
  missed: 'danger',
  cancelled: 'neutral',
};

/** The tone in which a deadline's state is shown. */
export function deadlineTone(state: DeadlineState): Tone {
  return tones[state];
}

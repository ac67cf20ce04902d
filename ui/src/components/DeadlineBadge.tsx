import { useTranslation } from 'react-i18next';
import { StateBadge } from './StateBadge.tsx';
import { deadlineTone, type DeadlineState } from './deadline-tone.ts';

/** The state of a deadline as a badge. */
export function DeadlineBadge({ state }: { state: DeadlineState }) {
  const { t } = useTranslation('ui');
  return (
    <StateBadge tone={deadlineTone(state)} {...(state === 'onTime' || state === 'running' ? { icon: 'clock' } : {})}>
      {t(`deadline.${state}`)}
    </StateBadge>
  );
}

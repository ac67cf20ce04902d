import { StateBadge, type Tone } from '@esocial/ui/components/StateBadge.tsx';
import { useTranslation } from 'react-i18next';

export const instanceStates = ['active', 'suspended', 'completed', 'terminated'] as const;
export type InstanceState = (typeof instanceStates)[number];

const tones: Record<InstanceState, Tone> = {
  active: 'info',
  suspended: 'warning',
  completed: 'success',
  terminated: 'neutral',
};

/** The state of an instance in a word, a shape and a colour. */
export function InstanceStatus({ status }: { status: InstanceState }) {
  const { t } = useTranslation('operations');
  return <StateBadge tone={tones[status]}>{t(`status.${status}`)}</StateBadge>;
}

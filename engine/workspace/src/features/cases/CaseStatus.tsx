import { StateBadge, type Tone } from '@esocial/ui/components/StateBadge.tsx';
import type { IconName } from '@esocial/ui/components/icon-paths.ts';
import { useTranslation } from 'react-i18next';

const looks: Record<'active' | 'suspended' | 'closed', { tone: Tone; icon: IconName }> = {
  active: { tone: 'info', icon: 'chevronRight' },
  suspended: { tone: 'warning', icon: 'hourglass' },
  closed: { tone: 'neutral', icon: 'check' },
};

/** The state of a case. */
export function CaseStatus({ status }: { status: 'active' | 'suspended' | 'closed' }) {
  const { t } = useTranslation('ui');
  return <StateBadge {...looks[status]}>{t(`state.${status}`)}</StateBadge>;
}

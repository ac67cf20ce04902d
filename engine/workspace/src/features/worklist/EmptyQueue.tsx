import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import type { Queue } from './queues.ts';

/** What will be in this queue, and where there may be work meanwhile. */
export function EmptyQueue({ queue }: { queue: Queue }) {
  const { t } = useTranslation('worklist');
  return (
    <EmptyState
      title={t(`empty.${queue}.title`)}
      action={queue === 'mine' && <Link href={links.tasks({ queue: 'unclaimed' })}>{t('empty.toUnclaimed')}</Link>}
    >
      {t(`empty.${queue}.text`)}
    </EmptyState>
  );
}

import type { ProcessInstanceDetail } from '@esocial/contracts/generated/api-process-instances-detail.ts';
import { StateBadge, type Tone } from '@esocial/ui/components/StateBadge.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { instanceLink } from './instance-link.ts';

const tones: Record<ProcessInstanceDetail['status'], Tone> = {
  active: 'info',
  completed: 'success',
  terminated: 'neutral',
};

/** State, beginning, end and the process that called this one. */
export function InstanceFacts({ instance }: { instance: ProcessInstanceDetail }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  return (
    <dl className="es-facts es-short-facts">
      <dt>{t('instance.status')}</dt>
      <dd>
        <StateBadge tone={tones[instance.status]}>{t(`status.${instance.status}`)}</StateBadge>
      </dd>
      <dt>{t('instance.started')}</dt>
      <dd>{format.dateTime(instance.startedAt)}</dd>
      {instance.endedAt && (
        <>
          <dt>{t('instance.ended')}</dt>
          <dd>{format.dateTime(instance.endedAt)}</dd>
        </>
      )}
      <dt>{t('instance.id')}</dt>
      <dd>{instance.id}</dd>
      {instance.parentInstanceId && (
        <>
          <dt>{t('instance.parent')}</dt>
          <dd>
            <Link href={instanceLink(instance.parentInstanceId)}>{instance.parentInstanceId}</Link>
          </dd>
        </>
      )}
    </dl>
  );
}

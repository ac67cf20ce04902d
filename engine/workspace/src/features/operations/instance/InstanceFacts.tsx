import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../../shared/links.ts';
import { useMay } from '../../../shared/session/SessionContext.ts';
import { InstanceStatus } from '../InstanceStatus.tsx';
import { operationsLinks } from '../operations-links.ts';

/** State, case, version, beginning, end and the process that called this one. */
export function InstanceFacts({ instance }: { instance: ProcessInstanceView }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const mayOpenCase = useMay('case.read');
  return (
    <dl className="es-facts es-short-facts">
      <dt>{t('instance.status')}</dt>
      <dd>
        <InstanceStatus status={instance.status} />
      </dd>
      <dt>{t('instance.case')}</dt>
      <dd>
        {mayOpenCase ? (
          <Link href={links.case(instance.caseId, 'process')}>{instance.caseNumber}</Link>
        ) : (
          instance.caseNumber
        )}
      </dd>
      <dt>{t('instance.version')}</dt>
      <dd>{t('workflowVersion', { title: instance.workflowTitle, number: instance.workflowNumber })}</dd>
      <dt>{t('instance.started')}</dt>
      <dd>{format.dateTime(instance.startedAt)}</dd>
      {instance.endedAt && (
        <>
          <dt>{t('instance.ended')}</dt>
          <dd>{format.dateTime(instance.endedAt)}</dd>
        </>
      )}
      <dt>{t('instance.id')}</dt>
      <dd className="es-pre">{instance.id}</dd>
      {instance.parentInstanceId && (
        <>
          <dt>{t('instance.parent')}</dt>
          <dd className="es-pre">
            <Link href={operationsLinks.instance(instance.parentInstanceId)}>{instance.parentInstanceId}</Link>
          </dd>
        </>
      )}
    </dl>
  );
}

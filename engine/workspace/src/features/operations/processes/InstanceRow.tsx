import type { ProcessInstanceItem } from '@esocial/contracts/generated/api-process-instances-item.ts';
import { RelativeTime } from '@esocial/ui/components/RelativeTime.tsx';
import { StateBadge } from '@esocial/ui/components/StateBadge.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { InstanceStatus } from '../InstanceStatus.tsx';
import { operationsLinks } from '../operations-links.ts';

interface InstanceRowProps {
  instance: ProcessInstanceItem;
  nameOf: (elementId: string) => string;
  ticked: boolean;
  onTick: (() => void) | undefined;
}

/** An instance with where it is; its own page one click away. */
export function InstanceRow({ instance, nameOf, ticked, onTick }: InstanceRowProps) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  return (
    <tr>
      <th scope="row">
        <span className="es-ticked">
          {onTick && (
            <input
              type="checkbox"
              className="es-check es-no-print"
              aria-label={t('list.tick', { number: instance.caseNumber })}
              checked={ticked}
              onChange={onTick}
            />
          )}
          <Link href={operationsLinks.instance(instance.id)}>{instance.caseNumber}</Link>
        </span>
      </th>
      <td data-label={t('list.process')}>
        <span className="es-stack es-stack-tight">
          <span>{t('workflowVersion', { title: instance.workflowTitle, number: instance.workflowNumber })}</span>
          {instance.parentInstanceId && (
            <span className="es-faint es-small">{t('list.called', { process: instance.processId })}</span>
          )}
        </span>
      </td>
      <td data-label={t('list.state')}>
        <InstanceStatus status={instance.status} />
      </td>
      <td data-label={t('list.where')}>{format.list(instance.activeElements.map(nameOf))}</td>
      <td data-label={t('list.started')} className="es-nowrap">
        <RelativeTime at={instance.startedAt} />
      </td>
      <td data-label={t('list.incidents')}>
        {instance.openIncidents > 0 && (
          <StateBadge tone="danger">{t('incidentCount', { count: instance.openIncidents })}</StateBadge>
        )}
      </td>
    </tr>
  );
}

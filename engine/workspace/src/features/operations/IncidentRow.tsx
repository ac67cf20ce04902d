import { Button } from '@mantine/core';
import type { Incident } from '@esocial/contracts/generated/api-incidents-item.ts';
import { RelativeTime } from '@esocial/ui/components/RelativeTime.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMay } from '../../shared/session/SessionContext.ts';
import { CaseNumber } from './CaseNumber.tsx';
import { instanceLink } from './instance-link.ts';
import { useIncidentKind } from './useIncidentKind.ts';
import type { Retries } from './useRetries.ts';

/** An incident in words, with its instance one click away. */
export function IncidentRow({ incident, retries }: { incident: Incident; retries: Retries }) {
  const { t } = useTranslation('operations');
  const kindOf = useIncidentKind();
  const mayRetry = useMay('incident.retry');
  const step = incident.elementName ?? incident.elementId;
  return (
    <tr>
      <th scope="row">
        <Link href={instanceLink(incident.instanceId)}>{step}</Link>
      </th>
      <td data-label={t('column.case')} className="es-nowrap es-numeric">
        <CaseNumber incident={incident} />
      </td>
      <td data-label={t('column.message')}>
        <span className="es-stack es-stack-tight">
          <strong>{kindOf(incident.kind)}</strong>
          <span className="es-pre es-small">{incident.message}</span>
        </span>
      </td>
      <td data-label={t('column.since')} className="es-nowrap">
        <RelativeTime at={incident.raisedAt} />
      </td>
      <td data-label={t('column.action')} className="es-no-print">
        {incident.resolvedAt ? (
          <span>
            {t('resolved')} <RelativeTime at={incident.resolvedAt} />
          </span>
        ) : (
          mayRetry && (
            <Button
              size="sm"
              variant="default"
              aria-label={t('retry.label', { step, number: incident.caseNumber ?? t('noCase') })}
              loading={retries.pendingId === incident.id}
              onClick={() => retries.retry(incident)}
            >
              {t('retry.action')}
            </Button>
          )
        )}
      </td>
    </tr>
  );
}

import { Button } from '@mantine/core';
import type { Incident } from '@esocial/contracts/generated/api-incidents-item.ts';
import { RelativeTime } from '@esocial/ui/components/RelativeTime.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useMay } from '../../../shared/session/SessionContext.ts';
import { operationsLinks } from '../operations-links.ts';
import { CaseNumber } from './CaseNumber.tsx';
import { useIncidentKind } from './useIncidentKind.ts';
import type { Retries } from './useRetries.ts';

interface IncidentRowProps {
  incident: Incident;
  retries: Retries;
  ticked: boolean;
  onTick: (() => void) | undefined;
}

/** An incident in words, with its instance one click away. */
export function IncidentRow({ incident, retries, ticked, onTick }: IncidentRowProps) {
  const { t } = useTranslation('operations');
  const kindOf = useIncidentKind();
  const mayRetry = useMay('incident.retry');
  const step = incident.elementName ?? incident.elementId;
  const names = { step, number: incident.caseNumber ?? t('noCase') };
  return (
    <tr>
      <th scope="row">
        <span className="es-ticked">
          {onTick && (
            <input
              type="checkbox"
              className="es-check es-no-print"
              aria-label={t('retry.tick', names)}
              checked={ticked}
              onChange={onTick}
            />
          )}
          <Link href={operationsLinks.instance(incident.instanceId)}>{step}</Link>
        </span>
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
              aria-label={t('retry.label', names)}
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

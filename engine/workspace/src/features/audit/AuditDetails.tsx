import type { AuditEventItem } from '@esocial/contracts/generated/api-audit-events-list.ts';
import { CopyButton } from '@esocial/ui/components/CopyButton.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from './api/audit-events.ts';
import { useAuditWords } from './useAuditWords.ts';

interface AuditDetailsProps {
  event: AuditEventItem;
  onNarrow: (changes: Partial<AuditFilter>) => void;
}

/** The whole event in words, and ways to see only what is like it. */
export function AuditDetails({ event, onNarrow }: AuditDetailsProps) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const words = useAuditWords();
  const narrow = (label: string, changes: Partial<AuditFilter>) => (
    <button type="button" className="es-link-button" onClick={() => onNarrow(changes)}>
      {label}
    </button>
  );
  return (
    <div className="es-stack es-stack-small">
      <p className="es-strong">
        {t('details.sentence', {
          who: words.actor(event.actor),
          verb: words.verb(event.verb),
          at: format.dateTime(event.at),
        })}
      </p>
      <dl className="es-facts es-short-facts">
        <Fact label={t('details.reason')} value={event.reason} />
        <Fact label={t('details.legalBasis')} value={event.legalBasis} />
        <Fact label={t('details.fields')} value={event.fields.join(', ')} />
        <Fact label={t('details.objectId')} value={event.objectId} />
        <Fact label={t('details.case')} value={event.caseId} />
        <Fact label={t('details.session')} value={event.sessionId} />
        <Fact
          label={t('details.trace')}
          value={
            event.traceId && (
              <span className="es-row">
                {event.traceId} <CopyButton text={event.traceId} />
              </span>
            )
          }
        />
      </dl>
      <div className="es-row es-no-print">
        {narrow(t('narrow.actor'), { actor: event.actor.id })}
        {event.caseId && narrow(t('narrow.case'), { case: event.caseId })}
        {event.subjectIds.length === 1 && narrow(t('narrow.subject'), { subject: event.subjectIds[0] })}
      </div>
    </div>
  );
}

function Fact({ label, value }: { label: string; value: ReactNode }) {
  if (!value) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

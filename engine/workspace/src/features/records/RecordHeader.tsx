import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { StateBadge } from '@esocial/ui/components/StateBadge.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';

/** Which form, which version, who recorded it and when. */
export function RecordHeader({ record, comparing }: { record: RecordDetail; comparing: boolean }) {
  const { t } = useTranslation('records');
  const format = useFormat();
  return (
    <header className="es-page-head">
      <div className="es-stack es-stack-small">
        <PageTitle title={`${record.form.title}, ${record.caseNumber}`}>{record.form.title}</PageTitle>
        <div className="es-row">
          <Link href={links.case(record.caseId, 'records')}>{t('case', { number: record.caseNumber })}</Link>
          <span>{t('version', { version: record.version })}</span>
          {!record.latest && <StateBadge tone="neutral">{t('older')}</StateBadge>}
          {record.notApplied && <StateBadge tone="warning">{t('notApplied')}</StateBadge>}
        </div>
        <p className="es-faint">
          {t('recorded', { who: record.submittedBy, at: format.dateTime(record.submittedAt) })}
          {record.reason && `. ${t('reason', { reason: record.reason })}`}
        </p>
      </div>
      <div className="es-row es-no-print">
        {record.permissions.correct && (
          <Link href={links.recordCorrection(record.id)} className="es-button-link es-button-link-quiet">
            {t('correct')}
          </Link>
        )}
        {comparing && <Link href={links.record(record.id)}>{t('endComparison')}</Link>}
        <button type="button" className="es-chip" onClick={() => window.print()}>
          <Icon name="print" />
          {t('print')}
        </button>
      </div>
    </header>
  );
}

import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';

/** Which record is corrected, and that nothing of it gets lost. */
export function CorrectionHeader({ record, errors }: { record: RecordDetail; errors: number }) {
  const { t } = useTranslation('records');
  const title = t('correction.title', { form: record.form.title });
  return (
    <header className="es-stack es-stack-small">
      <PageTitle title={`${title}, ${record.caseNumber}`} errors={errors}>
        {title}
      </PageTitle>
      <div className="es-row">
        <Link href={links.case(record.caseId, 'records')}>{t('case', { number: record.caseNumber })}</Link>
        <span>{t('version', { version: record.version })}</span>
      </div>
      <p className="es-faint">{t('correction.intro')}</p>
    </header>
  );
}

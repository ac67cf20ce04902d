import type { CaseStartReply } from '@esocial/contracts/generated/api-cases-start-reply.ts';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { useNextTask } from '../../shared/tasks/useNextTask.ts';

/** The case is open: its number, and what comes next. */
export function StartReceipt({ reply }: { reply: CaseStartReply }) {
  const { t } = useTranslation('start-case');
  const next = useNextTask(reply.caseId, reply.next);
  return (
    <div className="es-page-narrow es-stack es-stack-large">
      <div className="es-receipt es-stack">
        <PageTitle title={t('receipt.title')}>{t('receipt.title')}</PageTitle>
        <p className="es-receipt-number">{t('receipt.number', { number: reply.number })}</p>
        <p>{t(`receipt.${next.state}`, { name: next.name ?? '' })}</p>
      </div>
      <div className="es-row">
        {next.state === 'ready' && next.taskId && (
          <Link href={links.task(next.taskId)} className="es-button-link">
            {t('receipt.continue', { name: next.name ?? '' })}
          </Link>
        )}
        <Link href={links.case(reply.caseId)} className="es-button-link es-button-link-quiet">
          {t('receipt.case')}
        </Link>
        <Link href={links.tasks()}>{t('receipt.tasks')}</Link>
      </div>
    </div>
  );
}

import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import type { Receipt } from './receipt.ts';

/** The recorded form, its case and what the procedure does now. */
export function ReceiptBody({ receipt: { task, reply, sentAt } }: { receipt: Receipt }) {
  const { t } = useTranslation('task');
  const format = useFormat();
  return (
    <>
      <p>
        {t('receipt.recorded', { form: task.form.title, number: task.caseNumber, at: format.dateTime(sentAt) })}{' '}
        {reply.recordNumber && t('receipt.number', { number: reply.recordNumber })}
      </p>
      <p>{t(`receipt.next.${reply.next.state}`, { name: reply.next.name ?? '' })}</p>
      <div className="es-row es-no-print">
        <Link href={links.record(reply.recordId)}>{t('receipt.open')}</Link>
        <Link href={links.case(task.caseId)}>{t('case', { number: task.caseNumber })}</Link>
      </div>
    </>
  );
}

import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Redirect, useParams } from 'wouter';
import { links } from '../../shared/links.ts';
import { useNextTask } from '../../shared/tasks/useNextTask.ts';
import { NextTask } from './NextTask.tsx';
import { nextTaskOfMine } from './api/next-task.ts';
import { receiptKey, type Receipt } from './receipt.ts';
import { ReceiptBody } from './ReceiptBody.tsx';

/** What was recorded, under which number, what follows, and the next task of mine. */
export function ReceiptPage() {
  const { id = '' } = useParams<{ id: string }>();
  const receipt = useQueryClient().getQueryData<Receipt>(receiptKey(id));
  if (!receipt) return <Redirect to={links.task(id)} replace />;
  return <RecordedTask receipt={receipt} />;
}

function RecordedTask({ receipt: told }: { receipt: Receipt }) {
  const { t } = useTranslation('task');
  const next = useQuery(nextTaskOfMine());
  const reply = { ...told.reply, next: useNextTask(told.task.caseId, told.reply.next) };
  const receipt = { ...told, reply };
  return (
    <div className="es-page es-page-narrow es-stack es-stack-large">
      <div className="es-receipt es-stack">
        <PageTitle title={t('receipt.title')}>{t('receipt.title')}</PageTitle>
        <ReceiptBody receipt={receipt} />
      </div>
      <NextTask reply={reply} mine={next.data ?? undefined} caseId={receipt.task.caseId} />
    </div>
  );
}

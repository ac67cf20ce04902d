import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import type { TaskSubmissionReply } from '@esocial/contracts/generated/api-tasks-submission-reply.ts';
import { DeadlineText } from '@esocial/ui/components/DeadlineText.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';

interface NextTaskProps {
  reply: TaskSubmissionReply;
  mine: TaskListItem | undefined;
  caseId: string;
}

/** Where the work goes on: the next task of this case when it is mine, else the most urgent one. */
export function NextTask({ reply, mine }: NextTaskProps) {
  const { t } = useTranslation('task');
  const ready = reply.next.state === 'ready' && reply.next.taskId ? reply.next : undefined;
  return (
    <section className="es-stack">
      <h2>{t('next.title')}</h2>
      {ready ? (
        <div>
          <Link href={links.task(ready.taskId ?? '')} className="es-button-link">
            {t('next.continue', { name: ready.name ?? '' })}
          </Link>
        </div>
      ) : mine ? (
        <>
          <p>
            {mine.name}
            {mine.person && `, ${mine.person.displayName}`}
            {mine.dueAt && (
              <>
                , <DeadlineText dueAt={mine.dueAt} />
              </>
            )}
          </p>
          <div>
            <Link href={links.task(mine.id)} className="es-button-link">
              {t('next.open')}
            </Link>
          </div>
        </>
      ) : (
        <p>{t('next.none')}</p>
      )}
      <div>
        <Link href={links.tasks()}>{t('ended.toTasks')}</Link>
      </div>
    </section>
  );
}

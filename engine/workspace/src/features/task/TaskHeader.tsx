import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { DeadlineBadge } from '@esocial/ui/components/DeadlineBadge.tsx';
import { DeadlineText } from '@esocial/ui/components/DeadlineText.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { PersonLink } from '../../shared/PersonLink.tsx';
import { TaskMenu } from './TaskMenu.tsx';

interface TaskHeaderProps {
  task: TaskDetail;
  errors: number;
  panelOpen: boolean;
  onPanel: () => void;
}

/** What must be done, about whom, by when. */
export function TaskHeader({ task, errors, panelOpen, onPanel }: TaskHeaderProps) {
  const { t } = useTranslation('task');
  const short = task.person ? `${task.name}, ${task.person.displayName}` : task.name;
  return (
    <div className="es-page-head">
      <div className="es-stack es-stack-small">
        <PageTitle title={short} errors={errors}>
          {task.name}
        </PageTitle>
        <div className="es-row">
          {task.person && <PersonLink person={task.person} />}
          <Link href={links.case(task.caseId)}>{t('case', { number: task.caseNumber })}</Link>
          {task.dueAt && (
            <span className="es-row">
              <DeadlineBadge state={task.deadlineState} />
              <DeadlineText dueAt={task.dueAt} {...(task.deadline ? { remaining: task.deadline.remaining } : {})} />
            </span>
          )}
        </div>
      </div>
      <div className="es-row es-no-print">
        <button type="button" className="es-chip" aria-pressed={panelOpen} onClick={onPanel}>
          {t('panel.toggle')}
        </button>
        <TaskMenu task={task} />
      </div>
    </div>
  );
}

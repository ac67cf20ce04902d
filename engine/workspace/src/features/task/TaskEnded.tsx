import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';

/** A task that is no longer to be done: completed, being sent, or withdrawn by the process. */
export function TaskEnded({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('task');
  return (
    <div className="es-stack">
      <PageTitle title={task.name}>{task.name}</PageTitle>
      <p>{t(`ended.${task.state}`)}</p>
      <div className="es-row">
        <Link href={links.case(task.caseId, 'records')}>{t('ended.records')}</Link>
        <Link href={links.tasks()}>{t('ended.toTasks')}</Link>
      </div>
    </div>
  );
}

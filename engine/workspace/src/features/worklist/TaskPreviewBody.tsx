import { Button } from '@mantine/core';
import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { RelativeTime } from '@esocial/ui/components/RelativeTime.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { DeadlineArithmetic } from '../../shared/deadline/DeadlineArithmetic.tsx';
import { FactList } from '../../shared/FactList.tsx';
import { knownFacts } from '../../shared/known-facts.ts';
import { links } from '../../shared/links.ts';
import { PersonLink } from '../../shared/PersonLink.tsx';

interface TaskPreviewBodyProps {
  task: TaskDetail;
  claiming: boolean;
  gone: boolean;
  onClaim: () => void;
}

/** What is known of a task before opening it. */
export function TaskPreviewBody({ task, claiming, gone, onClaim }: TaskPreviewBodyProps) {
  const { t } = useTranslation('worklist');
  return (
    <div className="es-stack">
      <div>
        <h2>{task.name}</h2>
        {task.person && <PersonLink person={task.person} />}
      </div>
      <div className="es-row">
        {task.permissions.claim && (
          <Button loading={claiming} disabled={gone} onClick={onClaim}>
            {t('preview.claim')}
          </Button>
        )}
        <Link
          href={links.task(task.id)}
          className={task.permissions.claim ? 'es-button-link es-button-link-quiet' : 'es-button-link'}
        >
          {t(task.permissions.complete ? 'preview.continue' : 'preview.open')}
        </Link>
      </div>
      {task.returnNote && (
        <div className="es-message es-tone-warning">
          <p className="es-message-body">{t('preview.returned', { note: task.returnNote })}</p>
        </div>
      )}
      <p className="es-faint">
        {t('preview.why', { workflow: task.workflow.title, stage: task.stage?.title ?? '' })}{' '}
        <RelativeTime at={task.createdAt} />
        {task.draft && `. ${t('preview.draft', { who: task.draft.updatedBy })}`}
      </p>
      {task.deadline && <DeadlineArithmetic deadline={task.deadline} />}
      <section className="es-stack es-stack-small">
        <h3>
          <Link href={links.case(task.caseId)}>{t('preview.case', { number: task.caseNumber })}</Link>
        </h3>
        <FactList facts={knownFacts(task.case.keyFacts)} />
      </section>
    </div>
  );
}

import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { DeadlineArithmetic } from '../../shared/deadline/DeadlineArithmetic.tsx';
import { FactList } from '../../shared/FactList.tsx';
import { knownFacts } from '../../shared/known-facts.ts';
import { links } from '../../shared/links.ts';

/** The case in a few lines, the deadline, what is known, what happens next. */
export function CasePanel({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('task');
  const format = useFormat();
  const facts = knownFacts([
    { label: t('panel.stage'), value: task.case.stage?.title },
    { label: t('panel.manager'), value: task.case.managerName },
    { label: t('panel.opened'), value: format.date(task.case.openedAt) },
    ...task.case.keyFacts,
  ]);
  return (
    <aside className="es-panel es-case-panel es-no-print" aria-label={t('panel.label')}>
      {task.nextSteps.length > 0 && (
        <section className="es-stack es-stack-small">
          <h2>{t('panel.next')}</h2>
          <ul className="es-stack es-stack-small">
            {task.nextSteps.map((step) => (
              <li key={step.text}>{step.text}</li>
            ))}
          </ul>
        </section>
      )}
      {task.deadline && (
        <section className="es-stack es-stack-small">
          <h2>{t('panel.deadline')}</h2>
          <DeadlineArithmetic deadline={task.deadline} />
        </section>
      )}
      <section className="es-stack es-stack-small">
        <h2>{task.case.title}</h2>
        <FactList facts={facts} />
        <div className="es-row">
          <Link href={links.case(task.caseId, 'documents')}>{t('panel.documents')}</Link>
          <Link href={links.case(task.caseId, 'notes')}>{t('panel.notes')}</Link>
          <Link href={links.case(task.caseId, 'timeline')}>{t('panel.timeline')}</Link>
        </div>
      </section>
    </aside>
  );
}

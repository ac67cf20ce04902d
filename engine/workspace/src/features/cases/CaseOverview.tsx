import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { useTranslation } from 'react-i18next';
import { DeadlineArithmetic } from '../../shared/deadline/DeadlineArithmetic.tsx';
import { FactList } from '../../shared/FactList.tsx';
import { LastEvents } from './LastEvents.tsx';
import { OpenTasks } from './OpenTasks.tsx';

/** Open now, key facts, next deadlines, last events. */
export function CaseOverview({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('cases');
  return (
    <div className="es-columns">
      <section className="es-stack">
        <h2>{t('overview.open')}</h2>
        <OpenTasks tasks={detail.openTasks} />
      </section>
      <section className="es-stack">
        <h2>{t('overview.facts')}</h2>
        {detail.keyFacts.length === 0 ? (
          <p className="es-faint">{t('overview.noFacts')}</p>
        ) : (
          <FactList facts={detail.keyFacts} />
        )}
      </section>
      <section className="es-stack">
        <h2>{t('overview.deadlines')}</h2>
        {detail.nextDeadlines.length === 0 && <p className="es-faint">{t('overview.noDeadlines')}</p>}
        {detail.nextDeadlines.map((deadline) => (
          <DeadlineArithmetic key={deadline.id} deadline={deadline} />
        ))}
      </section>
      <section className="es-stack">
        <h2>{t('overview.events')}</h2>
        <LastEvents caseId={detail.id} />
      </section>
    </div>
  );
}

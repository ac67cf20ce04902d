import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { useTranslation } from 'react-i18next';
import { DeadlineArithmetic } from '../../shared/deadline/DeadlineArithmetic.tsx';
import { FactList } from '../../shared/FactList.tsx';
import { knownFacts } from '../../shared/known-facts.ts';
import { LastEvents } from './LastEvents.tsx';
import { OpenTasks } from './OpenTasks.tsx';

/** Open now, key facts, next deadlines, last events. */
export function CaseOverview({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('cases');
  const facts = knownFacts(detail.keyFacts);
  return (
    <div className="es-columns">
      <section className="es-stack">
        <h2>{t('overview.open')}</h2>
        <OpenTasks tasks={detail.openTasks} />
      </section>
      <section className="es-stack">
        <h2>{t('overview.facts')}</h2>
        {facts.length === 0 ? <p className="es-faint">{t('overview.noFacts')}</p> : <FactList facts={facts} />}
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
        <LastEvents detail={detail} />
      </section>
    </div>
  );
}

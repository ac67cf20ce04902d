import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useTranslation } from 'react-i18next';
import { useUrlState } from '../../../shared/useUrlState.ts';
import { IncidentTable } from '../incidents/IncidentTable.tsx';
import { RetryOutcome } from '../incidents/RetryOutcome.tsx';
import { useRetries } from '../incidents/useRetries.ts';
import { useElementNames } from '../useElementNames.ts';
import { InstanceActions } from './InstanceActions.tsx';
import { InstanceFacts } from './InstanceFacts.tsx';
import { tabOf } from './instance-tabs.ts';
import { InstanceTabContent } from './InstanceTabContent.tsx';
import { InstanceTabNav } from './InstanceTabNav.tsx';
import { SuspensionNotice } from './SuspensionNotice.tsx';

/** What the instance is and what holds it up; below, one view of it at a time. */
export function InstanceView({ instance }: { instance: ProcessInstanceView }) {
  const { t } = useTranslation('operations');
  const { get } = useUrlState();
  const retries = useRetries();
  const tab = tabOf(get('tab'));
  const nameOf = useElementNames([instance]);
  const { caseId, caseNumber, workflowVersionId } = instance;
  const open = instance.incidents
    .filter((incident) => !incident.resolvedAt)
    .map((incident) => ({
      ...{ ...incident, caseId, caseNumber },
      elementName: incident.elementName ?? nameOf(workflowVersionId, incident.elementId),
    }));
  const title = t('instance.title', { process: instance.workflowTitle });
  return (
    <>
      <div>
        <div className="es-page-head">
          <PageTitle title={`${title}, ${instance.caseNumber}`}>{title}</PageTitle>
          {tab !== 'modify' && <InstanceActions instance={instance} />}
        </div>
        <InstanceFacts instance={instance} />
      </div>
      <SuspensionNotice instance={instance} />
      <RetryOutcome retried={retries.last} open={open} />
      {open.length > 0 && tab !== 'modify' && (
        <section className="es-stack">
          <h2>{t('instance.incidents')}</h2>
          <IncidentTable incidents={open} retries={retries} />
        </section>
      )}
      <div>
        {tab !== 'modify' && <InstanceTabNav instanceId={instance.id} current={tab} />}
        <InstanceTabContent instance={instance} tab={tab} />
      </div>
    </>
  );
}

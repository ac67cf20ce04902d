import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { progressPicture, type DiagramPicture } from '../../../shared/process/diagram-picture.ts';
import { LazyDiagram } from '../../../shared/process/LazyDiagram.tsx';
import { operationsLinks } from '../operations-links.ts';
import { useVariableRows } from '../variables/useVariableRows.ts';
import { ActivateList } from './ActivateList.tsx';
import { ConfirmModification } from './ConfirmModification.tsx';
import { findFlowNodes } from './flow-nodes.ts';
import { emptyPlan, isEmptyPlan, needsScope, toggleOnDiagram, type ModificationPlan } from './modification-plan.ts';
import { ModificationLegend } from './ModificationLegend.tsx';
import { PlannedVariableFields } from './PlannedVariableFields.tsx';
import { TerminateList } from './TerminateList.tsx';

/** Chooses what is cancelled and what begins, on the diagram or in the lists beside it, and then asks why. */
export function ModificationView({ instance, workflow }: { instance: ProcessInstanceView; workflow: WorkflowDetail }) {
  const { t } = useTranslation('operations');
  const [plan, setPlan] = useState(emptyPlan);
  const [scopeElementId, setScopeElementId] = useState<string>();
  const [confirming, setConfirming] = useState(false);
  const rows = useVariableRows();
  const { elements: active } = instance;
  const nodes = useMemo(() => findFlowNodes(workflow.bpmn, instance.processId), [workflow, instance.processId]);
  const picture = useMemo(() => pictureOf(instance, plan), [instance, plan]);
  const nameOf = (id: string) => workflow.elementNames[id] ?? (nodes.find((node) => node.id === id)?.name || id);
  const ready = !isEmptyPlan(plan) && !needsScope(plan, active, nodes) && rows.variables !== undefined;
  const choice = { plan, active, nodes, nameOf, onChange: setPlan };
  return (
    <section className="es-stack" aria-labelledby="modify-title">
      <h2 id="modify-title">{t('modify.title')}</h2>
      <p>{t('modify.intro')}</p>
      <ModificationLegend />
      <div className="es-map">
        <LazyDiagram
          bpmn={workflow.bpmn}
          picture={picture}
          onChoose={(id) => setPlan((before) => toggleOnDiagram(before, id, active, nodes))}
        />
        <div className="es-stack es-stack-large">
          <TerminateList {...choice} />
          <ActivateList {...choice} />
          {plan.activate.length > 0 && (
            <PlannedVariableFields
              rows={rows}
              begins={plan.activate.map(({ elementId }) => ({ value: elementId, label: nameOf(elementId) }))}
              scope={scopeElementId}
              onScope={setScopeElementId}
            />
          )}
        </div>
      </div>
      <div className="es-row">
        <Button disabled={!ready} onClick={() => setConfirming(true)}>
          {t('modify.next')}
        </Button>
        <Link href={operationsLinks.instance(instance.id)}>{t('modify.leave')}</Link>
      </div>
      {confirming && (
        <ConfirmModification
          instance={instance}
          plan={plan}
          variables={{ variables: rows.variables ?? {}, scopeElementId: begins(plan, scopeElementId) }}
          nameOf={nameOf}
          onClose={() => setConfirming(false)}
        />
      )}
    </section>
  );
}

const begins = (plan: ModificationPlan, id: string | undefined) =>
  plan.activate.some(({ elementId }) => elementId === id) ? id : undefined;

function pictureOf(instance: ProcessInstanceView, plan: ModificationPlan): DiagramPicture {
  const { marks, ...picture } = progressPicture(instance);
  const cancelled = instance.elements.filter((element) => plan.terminate.includes(element.elementInstanceId));
  const begin = plan.activate.map(({ elementId }) => ({ elementId, marker: 'es-step-begin' }));
  const cancel = cancelled.map(({ elementId }) => ({ elementId, marker: 'es-step-cancel' }));
  const planned = new Set([...begin, ...cancel].map(({ elementId }) => elementId));
  return { ...picture, marks: [...marks.filter(({ elementId }) => !planned.has(elementId)), ...begin, ...cancel] };
}

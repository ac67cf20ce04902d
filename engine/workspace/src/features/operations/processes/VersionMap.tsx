import type { ProcessSummary } from '@esocial/contracts/generated/api-process-instances-summary.ts';
import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagramPicture } from '../../../shared/process/diagram-picture.ts';
import { LazyDiagram } from '../../../shared/process/LazyDiagram.tsx';
import { elementRows } from './element-counts.ts';
import { ElementCountTable } from './ElementCountTable.tsx';

interface VersionMapProps {
  workflow: WorkflowDetail;
  counts: NonNullable<ProcessSummary['elements']>;
  chosen: string | undefined;
  onChoose: (elementId: string | undefined) => void;
}

/** Where the instances of a version are: on its diagram, and beside it as a table. */
export function VersionMap({ workflow, counts, chosen, onChoose }: VersionMapProps) {
  const { t } = useTranslation('operations');
  const rows = useMemo(() => elementRows(workflow, counts), [workflow, counts]);
  const picture = useMemo<DiagramPicture>(
    () => ({ counts: rows, marks: chosen ? [{ elementId: chosen, marker: 'es-step-chosen' }] : [] }),
    [rows, chosen],
  );
  const choose = (elementId: string) => onChoose(elementId === chosen ? undefined : elementId);
  return (
    <section className="es-stack" aria-labelledby="version-map">
      <h2 id="version-map">{t('counts.title')}</h2>
      <p className="es-faint">{t('counts.hint')}</p>
      <div className="es-map">
        <LazyDiagram bpmn={workflow.bpmn} picture={picture} onChoose={choose} />
        <ElementCountTable rows={rows} chosen={chosen} onChoose={choose} />
      </div>
    </section>
  );
}

import type { ProcessSummary } from '@esocial/contracts/generated/api-process-instances-summary.ts';
import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { useQuery } from '@tanstack/react-query';
import { workflowDetail } from '../../../shared/process/workflow-detail.ts';
import { processSummary } from '../api/process-summary.ts';
import type { InstanceFilter } from '../operations-links.ts';
import { orderedElements } from './element-counts.ts';
import { InstanceFilters } from './InstanceFilters.tsx';
import { VersionMap } from './VersionMap.tsx';
import { VersionTable } from './VersionTable.tsx';

interface ProcessOverviewProps {
  summary: ProcessSummary;
  filter: InstanceFilter;
  onChange: (changes: Partial<InstanceFilter>) => void;
}

const noCounts: NonNullable<ProcessSummary['elements']> = [];

/** The filters, with the versions to choose from or the diagram of the one chosen. */
export function ProcessOverview({ summary, filter, onChange }: ProcessOverviewProps) {
  const { workflow = '', version } = filter;
  const query = useQuery({ ...workflowDetail(workflow, version), enabled: Boolean(workflow && version) });
  const counts = useQuery({ ...processSummary(version), enabled: Boolean(version) });
  const detail = query.data;
  const steps = detail
    ? orderedElements(detail).map((id) => ({ value: id, label: detail.elementNames[id] ?? id }))
    : [];
  return (
    <>
      <InstanceFilters summary={summary} filter={filter} steps={steps} onChange={onChange} />
      {version ? (
        <DataState<WorkflowDetail> query={query} skeletonRows={8}>
          {(loaded) => (
            <VersionMap
              workflow={loaded}
              counts={counts.data?.elements ?? noCounts}
              chosen={filter.element}
              onChoose={(element) => onChange({ element })}
            />
          )}
        </DataState>
      ) : (
        <VersionTable summary={summary} workflow={filter.workflow} />
      )}
    </>
  );
}

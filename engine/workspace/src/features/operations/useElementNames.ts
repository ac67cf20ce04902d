import { useQueries } from '@tanstack/react-query';
import { workflowDetail } from '../../shared/process/workflow-detail.ts';

interface VersionReference {
  workflowKey: string;
  workflowVersionId: string;
}

/** Says the name of an element of one of the versions; until its diagram is there, and without a name, its id. */
export function useElementNames(
  references: readonly VersionReference[],
): (versionId: string, elementId: string) => string {
  const versions = [...new Map(references.map((each) => [each.workflowVersionId, each])).values()];
  const names = useQueries({
    queries: versions.map((each) => workflowDetail(each.workflowKey, each.workflowVersionId)),
    combine: (results) =>
      new Map(results.flatMap(({ data }) => (data ? [[data.versionId, data.elementNames] as const] : []))),
  });
  return (versionId, elementId) => names.get(versionId)?.[elementId] ?? elementId;
}

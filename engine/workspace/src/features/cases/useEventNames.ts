import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { workflowDetail } from '../../shared/process/workflow-detail.ts';
import { caseDeadlines } from './api/case-deadlines.ts';
import type { EventNames } from './event-names.ts';

/** The names of stages, steps and deadlines of a case, for the sentences of its timeline. */
export function useEventNames(detail: CaseDetail): EventNames {
  const workflow = useQuery(workflowDetail(detail.workflow.key, detail.instance?.workflowVersionId));
  const deadlines = useQuery(caseDeadlines(detail.id));
  return useMemo(
    () => ({
      stage: (key) => detail.stages.find((stage) => stage.key === key)?.title,
      element: (id) => workflow.data?.elementNames[id],
      rule: (key) => deadlines.data?.items.find((deadline) => deadline.ruleKey === key)?.ruleTitle,
    }),
    [detail.stages, workflow.data, deadlines.data],
  );
}

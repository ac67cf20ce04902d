import type { WorkflowFile } from '@esocial/contracts/generated/workflow.ts';
import { legalDay } from '../clock/legal-day.ts';
import type { CaseFacts } from '../process/case-facts.ts';
import type { OpenCaseRow } from '../process/step-writes.ts';
import { foldText } from '../text/fold-text.ts';
import type { CasePlace } from './case-place.ts';

/** What opens a case; its number is given when the row is written. */
export function openCaseRow(facts: CaseFacts, place: CasePlace, file: WorkflowFile, now: Date): OpenCaseRow {
  return {
    prefix: file.caseNumberPrefix,
    place: place.placeCode,
    year: Number(legalDay(now).slice(0, 4)),
    workflow_key: facts.workflowKey,
    workflow_version_id: facts.workflowVersionId,
    pin_set_id: facts.pinSetId,
    legal_reference_date: facts.legalReferenceDate,
    stage: null,
    person_id: facts.person?.id ?? null,
    manager_id: null,
    opened_by: facts.openedBy,
    institution_id: facts.institutionId,
    team_id: facts.teamId,
    territory_id: facts.territoryId,
    search: foldText(facts.person?.name ?? ''),
  };
}

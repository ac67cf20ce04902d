import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import type { CaseActivity } from '@esocial/contracts/generated/api-cases-activity.ts';
import type { CaseActivityRequest } from '@esocial/contracts/generated/api-cases-activity-request.ts';
import { findAdHocActivities } from '@esocial/process-core/ad-hoc-activities.ts';
import type { InstanceState } from '@esocial/process-core/types.ts';
import type { Actor, Language } from '../access/actor.ts';
import { auditRow } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { ConflictError } from '../errors/app-error.ts';
import type { ProcessEngine } from '../process/process-engine.ts';
import { requireCase } from './case-access.ts';
import { workflowTexts } from './workflow-texts.ts';

interface Dependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
}

/** An activity that can be started, and the instance whose ad-hoc sub-process holds it. */
type Offer = NonNullable<CaseDetail['activities']>[number] & { readonly instanceId: string };

interface InstanceRow {
  readonly id: string;
  readonly process_id: string;
  readonly workflow_version_id: string;
  readonly state: InstanceState;
}

/** What can be started now in the ad-hoc sub-processes of a case. */
export async function listOffers(
  { database, definitions }: Dependencies,
  caseId: string,
  language: Language,
): Promise<Offer[]> {
  const rows = await database.query<InstanceRow>(
    `select id, process_id, workflow_version_id, state from process_instances
     where case_id = $1 and status = 'active' order by id`,
    [caseId],
  );
  const offers: Offer[] = [];
  for (const row of rows) {
    const workflow = await definitions.compiledWorkflow(row.workflow_version_id);
    const model = workflow.processes.get(row.process_id);
    const texts = workflowTexts(workflow, language);
    for (const { elementInstanceId, activities } of model ? findAdHocActivities(model, row.state) : []) {
      const inside = { instanceId: row.id, elementInstanceId };
      for (const { elementId, active } of activities)
        offers.push({ ...inside, elementId, name: texts.elementName(elementId), active });
    }
  }
  return offers;
}

/** As the case page shows them. */
export async function listActivities(
  dependencies: Dependencies,
  caseId: string,
  language: Language,
): Promise<NonNullable<CaseDetail['activities']>> {
  const offers = await listOffers(dependencies, caseId, language);
  return offers.map(({ instanceId: _instanceId, ...activity }) => activity);
}

/**
 * Starts an activity, as its person decides that the case needs it. Throws ConflictError `activity_not_offered` when
 * the case has moved on.
 */
export async function startActivity(
  { engine, ...dependencies }: Dependencies & { readonly engine: ProcessEngine },
  actor: Actor,
  caseId: string,
  { elementInstanceId, elementId }: CaseActivityRequest,
): Promise<CaseActivity> {
  const { row } = await requireCase(dependencies.database, actor, caseId, 'task.complete');
  await dependencies.database.query('select id from process_instances where case_id = $1 order by id for update', [
    caseId,
  ]);
  const offers = await listOffers(dependencies, caseId, 'ro');
  const offer = offers.find((one) => one.elementInstanceId === elementInstanceId && one.elementId === elementId);
  if (!offer) throw new ConflictError('activity_not_offered', `The case ${caseId} does not offer ${elementId} now`);
  const { createdTasks } = await engine.operate({
    instanceId: offer.instanceId,
    command: { type: 'activateAdHoc', elementInstanceId, elementIds: [elementId] },
    actorId: actor.userId,
    writes: {
      audit: [
        auditRow(actor, {
          ...{ verb: 'activity.started', objectType: 'case', objectId: caseId, caseId, fields: [elementId] },
          subjectIds: row.person_id ? [row.person_id] : [],
        }),
      ],
      events: [{ kind: 'process', event: 'activity.started', params: { elementId } }],
    },
  });
  return { elementInstanceId, elementId, taskIds: createdTasks.map(({ id }) => id) };
}

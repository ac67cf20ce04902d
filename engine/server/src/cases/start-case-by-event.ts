import { compileExpression, stripEquals } from '@esocial/process-core/feel/compile.ts';
import type { WorkflowFile } from '@esocial/contracts/generated/workflow.ts';
import type { Variables } from '@esocial/process-core/types.ts';
import { systemActor } from '../access/actor.ts';
import { auditRow } from '../audit/audit.ts';
import { legalDay } from '../clock/legal-day.ts';
import { outsideUnitOfWork } from '../database/unit-of-work.ts';
import type { CompiledWorkflow, PinSet } from '../definitions/definition.ts';
import { newId } from '../ids/new-id.ts';
import type { CaseFacts } from '../process/case-facts.ts';
import { findCasePlace } from './case-place.ts';
import type { CasePlace } from './case-place.ts';
import { findStartInstitution, findStartPerson } from './case-start-store.ts';
import { openCaseRow } from './open-case-row.ts';
import type { StartCaseDependencies } from './start-case.ts';

/** A message, signal or timer that starts a process of a workflow version. */
export interface EventStart {
  readonly by: 'message' | 'signal' | 'timer';
  readonly workflowVersionId: string;
  readonly processId: string;
  readonly elementId: string;
  /** What the message or signal brings. */
  readonly variables: Variables;
}

export type StartCaseByEvent = (start: EventStart) => Promise<{ caseId: string; instanceId: string }>;

/**
 * Opens a case that nobody starts from a form: it belongs to the institution that the workflow names, has no record,
 * and a person only when the workflow says which. Every process instance has a case, so a process of the same file
 * that is not the workflow's own gets one as well.
 */
export function createStartCaseByEvent(dependencies: StartCaseDependencies): StartCaseByEvent {
  const { database, definitions, engine, clock } = dependencies;
  return async (start) => {
    const { workflowVersionId, processId, elementId, by, variables } = start;
    const day = legalDay(clock.now());
    const workflow = await definitions.compiledWorkflow(workflowVersionId);
    // Pins are shared by cases and remembered, so they must not vanish with this unit of work.
    const pinSet = await outsideUnitOfWork(() => definitions.pinsFor(workflow.file.key, day));
    const institutionId = await findStartInstitution(database, workflow.file);
    const place = await findCasePlace(database, { institutionId, teamId: null }, null);
    const person = await findStartPerson(database, personIdOf(workflow.file, variables, clock.now()));
    const facts = factsOf({ workflow, pinSet, day, place, person });
    const instanceId = newId();
    const parameters = await definitions.parametersAt(pinSet.pins, day);
    const entry = { verb: 'case.started', objectType: 'case', objectId: facts.id, caseId: facts.id };
    await engine.startInstance({
      facts,
      instanceId,
      actorId: null,
      variables: { ...parameters, caseId: facts.id, starterId: null },
      at: { processId, elementId, event: variables },
      writes: {
        openCase: openCaseRow(facts, place, workflow.file, clock.now()),
        events: [{ kind: 'case', event: 'case.opened', params: { workflow: facts.workflowKey, by, elementId } }],
        audit: [auditRow(systemActor(by), { ...entry, subjectIds: person ? [person.id] : [] })],
      },
    });
    return { caseId: facts.id, instanceId };
  };
}

/** An expression that fails names nobody: the case is opened all the same, and people see that the person is missing. */
function personIdOf({ startPerson }: WorkflowFile, variables: Variables, now: Date): unknown {
  if (startPerson === undefined) return undefined;
  try {
    const expression = compileExpression(stripEquals(startPerson) ?? startPerson);
    return expression.evaluate(variables, { now: now.toISOString() }).value;
  } catch {
    return undefined;
  }
}

interface FactSources {
  readonly workflow: CompiledWorkflow;
  readonly pinSet: PinSet;
  readonly day: string;
  readonly place: CasePlace;
  readonly person: CaseFacts['person'];
}

function factsOf({ workflow, pinSet, day, place, person }: FactSources): CaseFacts {
  return {
    id: newId(),
    number: null,
    workflowKey: workflow.file.key,
    workflowVersionId: workflow.versionId,
    pinSetId: pinSet.pinSetId,
    legalReferenceDate: day,
    status: 'active',
    stage: null,
    outcome: null,
    managerId: null,
    openedBy: null,
    institutionId: place.institutionId,
    teamId: place.teamId,
    territoryId: place.territoryId,
    person,
  };
}

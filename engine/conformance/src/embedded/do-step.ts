import { addDuration } from '@esocial/process-core/execution/iso-time.ts';
import type { Command, Variables } from '@esocial/process-core/types.ts';
import { openCaseRow } from '@esocial/server/cases/open-case-row.ts';
import { findCasePlace } from '@esocial/server/cases/case-place.ts';
import { legalDay } from '@esocial/server/clock/legal-day.ts';
import { newId } from '@esocial/server/ids/new-id.ts';
import type { CaseFacts } from '@esocial/server/process/case-facts.ts';
import type { CallerWrites } from '@esocial/server/process/step-writes.ts';
import type { Step } from '../scenario.ts';
import { beginning } from '../scenario.ts';
import type { EmbeddedCase, Target } from './world.ts';

/** Carries out one step through the engine and its workers. Throws what the engine refuses with. */
export async function doStep(on: EmbeddedCase, step: Step): Promise<void> {
  const { engine, clerk } = on.world;
  if ('start' in step) await start(on, step.start);
  else if ('completeUserTask' in step) await completeUserTask(on, step.completeUserTask, step);
  else if ('publishMessage' in step) {
    const { publishMessage: name, key: correlationKey, variables = {}, timeToLive = 'PT0S', id } = step;
    const timeToLiveMs = Date.parse(addDuration(beginning, timeToLive) ?? beginning) - Date.parse(beginning);
    const message = { name, correlationKey, variables, timeToLiveMs };
    await engine.publishMessage(id === undefined ? message : { ...message, messageId: id });
  } else if ('broadcastSignal' in step) {
    await engine.broadcastSignal({ id: newId(), name: step.broadcastSignal, variables: step.variables ?? {} });
  } else if ('advanceTime' in step) throw new Error('time is moved for all cases at once');
  else if ('resolveIncident' in step) {
    const incidentId = await findIncident(on, step.resolveIncident);
    await engine.retryIncident({ incidentId, actorId: clerk.userId });
  } else if ('cancel' in step) await engine.cancelInstance({ instanceId: await rootOf(on), actorId: clerk.userId });
  else if ('setVariables' in step) await setVariables(on, step.setVariables, step.at);
  else if ('modify' in step) await modify(on, step.modify);
  else await answerJob(on, step);
}

async function start({ world, versionId, workflowKey }: EmbeddedCase, variables: Variables): Promise<void> {
  const { database, definitions, clock, clerk, engine } = world;
  const day = legalDay(clock.now());
  const { pinSetId } = await definitions.pinsFor(workflowKey, day);
  const { file } = await definitions.compiledWorkflow(versionId);
  const place = await findCasePlace(database, clerk, null);
  const facts: CaseFacts = {
    ...{ id: newId(), number: null, workflowKey, workflowVersionId: versionId, pinSetId },
    ...{ legalReferenceDate: day, status: 'active', stage: null, outcome: null, managerId: null },
    ...{ openedBy: clerk.userId, institutionId: place.institutionId, teamId: place.teamId },
    ...{ territoryId: place.territoryId, person: null },
  };
  const writes = { openCase: openCaseRow(facts, place, file, clock.now()) };
  await engine.startInstance({ facts, instanceId: newId(), actorId: clerk.userId, variables, writes });
}

async function completeUserTask(
  on: EmbeddedCase,
  elementId: string,
  { data = {} }: Extract<Step, { completeUserTask: string }>,
): Promise<void> {
  const { clerk } = on.world;
  const task = await find(on, `task ${elementId}`, openTask, [elementId]);
  await on.world.claim(task.id);
  const completedTask = { id: task.id, assignee_id: clerk.userId };
  await send(on, task, { type: 'completeUserTask', elementInstanceId: task.id, data }, { completedTask });
}

async function answerJob(
  on: EmbeddedCase,
  step: Extract<Step, { completeJob: string } | { failJob: string } | { throwError: string }>,
): Promise<void> {
  const name = 'completeJob' in step ? step.completeJob : 'failJob' in step ? step.failJob : step.throwError;
  const job = await find(on, `job ${name}`, openJob, [name]);
  await send(on, job, answerOf(on, step, job.id), { consumed: { kind: 'job', id: job.id } });
}

function answerOf({ world }: EmbeddedCase, step: Step, elementInstanceId: string): Command {
  if ('completeJob' in step) return { type: 'completeJob', elementInstanceId, variables: step.variables ?? {} };
  if ('failJob' in step) {
    const { retries, message = '', backOff } = step;
    const retryAt = backOff === undefined ? null : addDuration(world.clock.now().toISOString(), backOff);
    return { type: 'failJob', elementInstanceId, retries, message, ...(retryAt === null ? {} : { retryAt }) };
  }
  const { code: errorCode, variables = {} } = step as Extract<Step, { throwError: string }>;
  return { type: 'throwError', elementInstanceId, errorCode, variables };
}

async function send(
  { world }: EmbeddedCase,
  { instanceId }: Target,
  command: Command,
  writes: CallerWrites = {},
): Promise<void> {
  await world.engine.stepInstance(instanceId, { do: 'command', instanceId, command }, writes, world.clerk.userId);
}

const ours = 'select id from process_instances where workflow_version_id = $1';
const openTask = `select id, instance_id as "instanceId" from tasks where state = 'open' and instance_id in (${ours}) and element_id = $2 order by id`;
const openJob = `select id, instance_id as "instanceId" from process_jobs where instance_id in (${ours}) and (element_id = $2 or job_type = $2) order by id`;
const openIncident = `select id, instance_id as "instanceId" from incidents where resolved_at is null and instance_id in (${ours}) and element_id = $2 order by id`;
const root = `${ours} and parent_instance_id is null order by id`;
const active = `select e.key as id, i.id as "instanceId" from process_instances i, jsonb_each(i.state->'elements') e
  where i.workflow_version_id = $1 and e.value->>'elementId' = $2 order by e.key`;
async function find(on: EmbeddedCase, what: string, query: string, values: readonly string[]): Promise<Target> {
  const [open] = await on.world.database.query<Target>(query, [on.versionId, ...values]);
  if (open !== undefined) on.seen.set(what, open);
  const target = on.seen.get(what);
  if (target === undefined) throw new Error(`there never was the ${what}`);
  return target;
}

async function findIncident(on: EmbeddedCase, elementId: string): Promise<string> {
  return (await find(on, `incident ${elementId}`, openIncident, [elementId])).id;
}

async function rootOf(on: EmbeddedCase): Promise<string> {
  return (await find(on, 'instance', root, [])).id;
}

async function setVariables(on: EmbeddedCase, variables: Variables, at: string | undefined): Promise<void> {
  const element = at === undefined ? undefined : await find(on, `element ${at}`, active, [at]);
  const instanceId = element?.instanceId ?? (await rootOf(on));
  const scope = element === undefined ? {} : { elementInstanceId: element.id };
  await send(on, { id: '', instanceId }, { type: 'setVariables', variables, ...scope });
}

async function modify(
  on: EmbeddedCase,
  { activate = [], terminate = [] }: Extract<Step, { modify: object }>['modify'],
): Promise<void> {
  const ended = await Promise.all(terminate.map((elementId) => find(on, `element ${elementId}`, active, [elementId])));
  await send(
    on,
    { id: '', instanceId: await rootOf(on) },
    {
      type: 'modify',
      activate: activate.map(({ element: elementId, variables }) => ({
        elementId,
        ...(variables === undefined ? {} : { variables: [{ variables }] }),
      })),
      terminate: ended.map(({ id }) => id),
    },
  );
}

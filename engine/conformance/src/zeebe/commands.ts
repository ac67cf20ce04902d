import { addDuration } from '@esocial/process-core/execution/iso-time.ts';
import type { Json, Variables } from '@esocial/process-core/types.ts';
import type { Step } from '../scenario.ts';
import { beginning } from '../scenario.ts';
import type { Broker } from './broker.ts';
import { elementOf } from './observe.ts';
import type { RecordView } from './record-view.ts';

/** A case on the broker: its processes, and what commands need to find their keys. */
export interface BrokerCase {
  readonly broker: Broker;
  readonly view: RecordView;
  /** The first process of the file, then the others. */
  readonly processes: readonly string[];
  readonly seen: Map<string, number>;
}

type BrokerJson = string | number | boolean | BrokerJson[] | Document;
interface Document {
  [name: string]: BrokerJson;
}

/** Variables as the client takes them: its types know no null. */
function documentOf(variables: Variables = {}): Document {
  return variables as unknown as Document;
}

/** Carries out one step on the broker; throws what the broker answers when it refuses. */
export async function command(on: BrokerCase, step: Step): Promise<void> {
  const { client } = on.broker;
  if ('start' in step) {
    const bpmnProcessId = step.process ?? on.processes[0] ?? '';
    await client.createProcessInstance({ bpmnProcessId, variables: documentOf(step.start) });
  } else if ('completeUserTask' in step) await completeUserTask(on, step.completeUserTask, step.data);
  else if ('publishMessage' in step) await publishMessage(on, step);
  else if ('broadcastSignal' in step) {
    await client.broadcastSignal({ signalName: step.broadcastSignal, variables: documentOf(step.variables) });
  } else if ('setVariables' in step) {
    const elementInstanceKey = String(step.at === undefined ? rootOf(on) : activeElement(on, step.at));
    await client.setVariables({ elementInstanceKey, variables: documentOf(step.setVariables), local: true });
  } else if ('resolveIncident' in step) await resolveIncident(on, step);
  else if ('cancel' in step) await client.cancelProcessInstance(String(rootOf(on)));
  else if ('modify' in step) await modify(on, step.modify);
  else await answerJob(on, step);
}

type JobStep = Extract<Step, { completeJob: string } | { failJob: string } | { throwError: string }>;

/** A broker takes the answer to a job that nobody has activated, so that no worker is needed. */
async function answerJob(on: BrokerCase, step: Step): Promise<void> {
  const { client } = on.broker;
  const answer = step as JobStep;
  if ('completeJob' in answer) {
    await client.completeJob({ jobKey: jobOf(on, answer.completeJob), variables: documentOf(answer.variables) });
  } else if ('failJob' in answer) {
    const retryBackOff = millisecondsOf(answer.backOff ?? 'PT0S');
    const { retries, message: errorMessage = '' } = answer;
    await client.failJob({ jobKey: jobOf(on, answer.failJob), retries, errorMessage, retryBackOff });
  } else {
    const variables = documentOf(answer.variables);
    await client.throwError({ jobKey: jobOf(on, answer.throwError), errorCode: answer.code, variables });
  }
}

/** As the platform does it: the submission is the variable `data`, which output mappings take from. */
async function completeUserTask(on: BrokerCase, elementId: string, data: Json | undefined): Promise<void> {
  const key = oldest(
    on,
    `task ${elementId}`,
    [...on.view.tasks.values()],
    ({ value }) => value.elementId === elementId,
  );
  const response = await fetch(`${on.broker.restUrl}/v1/user-tasks/${key}/completion`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ variables: data === undefined ? {} : { data } }),
  });
  if (!response.ok) throw new BrokerRefusal(response.status, await response.text());
}

async function publishMessage(on: BrokerCase, step: Extract<Step, { publishMessage: string }>): Promise<void> {
  const { publishMessage: name, key: correlationKey, timeToLive = 'PT0S', id } = step;
  const variables = documentOf(step.variables);
  await on.broker.client.publishMessage({
    ...{ name, correlationKey, variables, timeToLive: millisecondsOf(timeToLive) },
    ...(id === undefined ? {} : { messageId: id }),
  });
}

async function resolveIncident(on: BrokerCase, step: Extract<Step, { resolveIncident: string }>): Promise<void> {
  const { client } = on.broker;
  const incidents = [...on.view.incidents.values()];
  const isMeant = ({ value }: (typeof incidents)[number]) => elementOf(on.view, value) === step.resolveIncident;
  const incidentKey = oldest(on, `incident ${step.resolveIncident}`, incidents, isMeant);
  const incident = on.view.incidents.get(Number(incidentKey));
  const jobKey = incident?.value.jobKey ?? -1;
  if (incident?.value.errorType?.endsWith('_NO_RETRIES')) {
    await client.updateJobRetries({ jobKey: String(jobKey), retries: step.retries ?? 3 });
  }
  await client.resolveIncident({ incidentKey });
}

async function modify(on: BrokerCase, changes: Extract<Step, { modify: object }>['modify']): Promise<void> {
  await on.broker.client.modifyProcessInstance({
    processInstanceKey: String(rootOf(on)),
    activateInstructions: (changes.activate ?? []).map(({ element, variables }) => ({
      elementId: element,
      ancestorElementInstanceKey: '-1',
      variableInstructions: variables === undefined ? [] : [{ variables, scopeId: '' }],
    })),
    terminateInstructions: (changes.terminate ?? []).map((element) => ({
      elementInstanceKey: String(activeElement(on, element)),
    })),
  } as never);
}

function jobOf(on: BrokerCase, name: string): string {
  const jobs = [...on.view.jobs.values()].filter(({ state, retries }) => state === 'open' && retries > 0);
  return oldest(on, `job ${name}`, jobs, ({ value }) => value.elementId === name || value.type === name);
}

/** The key of the oldest that is open, or of the last that was: a command may come too late. */
function oldest<T extends { process: string; key: number }>(
  on: BrokerCase,
  what: string,
  open: readonly T[],
  isMeant: (one: T) => boolean,
): string {
  const found = open.find((one) => on.processes.includes(one.process) && isMeant(one));
  if (found !== undefined) on.seen.set(what, found.key);
  const key = on.seen.get(what);
  if (key === undefined) throw new Error(`there never was the ${what}`);
  return String(key);
}

function activeElement(on: BrokerCase, elementId: string): number {
  const found = [...on.view.elements.values()].find(
    ({ process, value }) => on.processes.includes(process) && value.elementId === elementId,
  );
  if (found === undefined) throw new Error(`no instance of "${elementId}" is active`);
  return found.key;
}

function rootOf(on: BrokerCase): number {
  const root = [...on.view.instances.values()].find(({ process }) => on.processes.includes(process));
  if (root === undefined) throw new Error('no instance has been started');
  return root.key;
}

export function millisecondsOf(duration: string): number {
  return Date.parse(addDuration(beginning, duration) ?? beginning) - Date.parse(beginning);
}

class BrokerRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'BrokerRefusal';
  }
}

const grpcCodes: Record<number, string> = {
  3: 'INVALID_ARGUMENT',
  5: 'NOT_FOUND',
  6: 'INVALID_STATE',
  9: 'INVALID_STATE',
};
const httpCodes: Record<number, string> = { 400: 'INVALID_ARGUMENT', 404: 'NOT_FOUND', 409: 'INVALID_STATE' };

/** The broker's refusal in the words of the process core; undefined when it is no refusal. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof BrokerRefusal) return httpCodes[error.status];
  const code = typeof error === 'object' && error !== null && 'code' in error ? Number(error.code) : -1;
  return grpcCodes[code];
}

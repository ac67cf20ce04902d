import { advance } from '../advance.ts';
import { addDuration } from '../execution/iso-time.ts';
import type { ProcessModel } from '../model/model.ts';
import { migrateInstance } from '../migration/migrate-instance.ts';
import type { MigrationMapping } from '../migration/migration-plan.ts';
import type {
  AdvanceContext,
  AdvanceResult,
  Command,
  DecisionOutcome,
  Effect,
  InstanceState,
  Variables,
} from '../types.ts';
import type { OpenTimer, OpenWork } from './open-work.ts';
import { createOpenWork, track } from './open-work.ts';

/** Timers that may go off within one leap of time: more is a timer that never ends. */
const maxTimers = 10_000;

export interface SimulationOptions {
  /** Instant at which the simulation begins, RFC 3339. */
  readonly startAt?: string;
  /** Values of policy parameters, given to every instance as variables. */
  readonly parameters?: Variables;
  readonly evaluateDecision?: (decisionId: string, variables: Variables, now: string) => DecisionOutcome;
}

export interface SimulatedInstance {
  readonly instanceId: string;
  readonly model: ProcessModel;
  readonly state: InstanceState;
  /** Variables at the end; null while it runs. */
  readonly result: Variables | null;
}

export interface SimulatedEffect {
  readonly at: string;
  readonly instanceId: string;
  readonly effect: Effect;
}

/** A small world in virtual time: instances, those they call, their timers, tasks, jobs and messages. */
export interface Simulation {
  readonly now: string;
  readonly open: OpenWork;
  readonly instances: ReadonlyMap<string, SimulatedInstance>;
  readonly log: readonly SimulatedEffect[];
  /** Starts an instance and returns its id. */
  start(processId: string, variables: Variables, startElementId?: string): string;
  send(instanceId: string, command: Command): void;
  /** Carries an instance over to another model. @throws MigrationRejected */
  migrate(instanceId: string, target: ProcessModel, mapping: MigrationMapping): void;
  completeJob(elementInstanceId: string, variables: Variables): void;
  /** Lets an ISO 8601 duration pass; each timer acts at its own instant, in order. */
  advanceTime(duration: string): void;
  /** Throws a signal to everybody who waits for it, and starts what begins with it. */
  throwSignal(name: string, variables: Variables): void;
  /** Answers a call whose process is not part of the simulation. */
  answerCall(childInstanceId: string, variables: Variables): void;
}

interface World {
  readonly models: ReadonlyMap<string, ProcessModel>;
  readonly options: SimulationOptions;
  readonly open: OpenWork;
  readonly instances: Map<string, SimulatedInstance>;
  readonly log: SimulatedEffect[];
  now: string;
  ids: number;
}

export const defaultStart = '2026-01-05T08:00:00.000Z';

export function createSimulation(models: readonly ProcessModel[], options: SimulationOptions = {}): Simulation {
  const world: World = {
    models: new Map(models.map((model) => [model.id, model])),
    options,
    open: createOpenWork(),
    instances: new Map(),
    log: [],
    now: new Date(options.startAt ?? defaultStart).toISOString(),
    ids: 0,
  };
  return {
    get now() {
      return world.now;
    },
    open: world.open,
    instances: world.instances,
    log: world.log,
    start: (processId, variables, startElementId) => {
      const start: Command =
        startElementId === undefined
          ? { type: 'start', variables: { ...options.parameters, ...variables } }
          : { type: 'start', variables: options.parameters ?? {}, event: variables, startElementId };
      return run(world, getModel(world, processId), null, start);
    },
    send: (instanceId, command) => send(world, instanceId, command),
    migrate: (instanceId, target, mapping) => migrate(world, instanceId, target, mapping),
    completeJob: (elementInstanceId, variables) => {
      const { instanceId } = world.open.jobs.get(elementInstanceId) ?? { instanceId: '' };
      world.open.jobs.delete(elementInstanceId);
      send(world, instanceId, { type: 'completeJob', elementInstanceId, variables });
    },
    advanceTime: (duration) => advanceTime(world, duration),
    throwSignal: (name, variables) => throwSignal(world, name, variables),
    answerCall: (childInstanceId, variables) => answerCall(world, childInstanceId, variables),
  };
}

function getModel(world: World, processId: string): ProcessModel {
  const model = world.models.get(processId);
  if (model === undefined) throw new Error(`the process "${processId}" is not part of the simulation`);
  return model;
}

function send(world: World, instanceId: string, command: Command): void {
  const { model, state } = getInstance(world, instanceId);
  run(world, model, state, command);
}

function getInstance(world: World, instanceId: string): SimulatedInstance {
  const instance = world.instances.get(instanceId);
  if (instance === undefined) throw new Error(`the simulation has no instance ${instanceId}`);
  return instance;
}

function migrate(world: World, instanceId: string, target: ProcessModel, mapping: MigrationMapping): void {
  const { model, state } = getInstance(world, instanceId);
  keep(world, target, migrateInstance(model, target, mapping, state, createContext(world, undefined)));
}

function run(world: World, model: ProcessModel, state: InstanceState | null, command: Command, id?: string): string {
  return keep(world, model, advance(model, state, command, createContext(world, id)));
}

/** What a step has done to an instance, and what that does to others. */
function keep(world: World, model: ProcessModel, result: AdvanceResult): string {
  const { instanceId } = result.state;
  const ended = result.effects.find((effect) => effect.type === 'instanceCompleted');
  world.instances.set(instanceId, { instanceId, model, state: result.state, result: ended?.variables ?? null });
  for (const effect of result.effects) {
    world.log.push({ at: world.now, instanceId, effect });
    track(world.open, instanceId, effect);
  }
  for (const effect of result.effects) follow(world, instanceId, effect);
  return instanceId;
}

/** What one instance does to another. */
function follow(world: World, instanceId: string, effect: Effect): void {
  if (effect.type === 'instanceCalled') {
    const model = world.models.get(effect.processId);
    if (model === undefined) return;
    const variables = { ...world.options.parameters, ...effect.variables };
    const start: Command = { type: 'start', variables, called: true };
    run(world, model, null, start, effect.childInstanceId);
  } else if (effect.type === 'calledInstanceCancelled') {
    if (world.instances.get(effect.childInstanceId)?.state.status === 'active') {
      send(world, effect.childInstanceId, { type: 'cancel' });
    }
  } else if (effect.type === 'calledErrorUncaught') {
    if (world.instances.has(effect.childInstanceId)) send(world, effect.childInstanceId, { type: 'refuseErrors' });
  } else if (effect.type === 'instanceCompleted' && world.open.calls.has(instanceId)) {
    answerCall(world, instanceId, effect.variables);
  } else if (effect.type === 'signalThrown') throwSignal(world, effect.name, effect.variables);
  else if (effect.type === 'errorThrown' || effect.type === 'escalationThrown') passUp(world, instanceId, effect);
}

function throwSignal(world: World, name: string, variables: Variables): void {
  for (const { subscriptionId, instanceId, signalName } of [...world.open.signals.values()]) {
    // An earlier one may have ended what this one waits for.
    if (signalName !== name || !world.open.signals.has(subscriptionId)) continue;
    send(world, instanceId, { type: 'triggerSignal', subscriptionId, variables });
  }
  for (const model of world.models.values()) {
    for (const { elementId: startElementId } of model.signalStarts.filter((start) => start.signalName === name)) {
      const start: Command = { type: 'start', variables: { ...world.options.parameters }, startElementId };
      run(world, model, null, { ...start, event: variables });
    }
  }
}

/** What a called instance throws and does not catch goes on from its call activity. */
function passUp(
  world: World,
  childInstanceId: string,
  effect: Extract<Effect, { type: 'errorThrown' | 'escalationThrown' }>,
): void {
  const call = world.open.calls.get(childInstanceId);
  if (call === undefined) return;
  const { elementInstanceId } = call;
  const { code, variables } = effect;
  send(
    world,
    call.instanceId,
    effect.type === 'errorThrown'
      ? { type: 'throwCalledError', elementInstanceId, errorCode: code, message: effect.message, variables }
      : { type: 'throwCalledEscalation', elementInstanceId, code, variables },
  );
}

function answerCall(world: World, childInstanceId: string, variables: Variables): void {
  const call = world.open.calls.get(childInstanceId);
  if (call === undefined) throw new Error(`nobody called the instance ${childInstanceId}`);
  world.open.calls.delete(childInstanceId);
  const { elementInstanceId } = call;
  send(world, call.instanceId, { type: 'completeCalledInstance', elementInstanceId, variables });
}

function advanceTime(world: World, duration: string): void {
  const until = addDuration(world.now, duration);
  if (until === null) throw new Error(`"${duration}" is no ISO 8601 duration`);
  for (let fired = 0; ; fired += 1) {
    const timer = nextTimer(world, until);
    if (timer === undefined) break;
    if (fired === maxTimers) throw new Error(`the timer "${timer.elementId}" goes off without end`);
    if (timer.dueAt > world.now) world.now = new Date(timer.dueAt).toISOString();
    world.open.timers.delete(timer.timerId);
    send(world, timer.instanceId, { type: 'triggerTimer', timerId: timer.timerId });
  }
  world.now = until;
}

function nextTimer(world: World, until: string): OpenTimer | undefined {
  const due = [...world.open.timers.values()].filter((timer) => timer.dueAt <= until);
  return due.reduce<OpenTimer | undefined>(
    (first, timer) => (first === undefined || timer.dueAt < first.dueAt ? timer : first),
    undefined,
  );
}

function createContext(world: World, firstId: string | undefined): AdvanceContext {
  let given = firstId;
  return {
    now: world.now,
    newId: () => {
      const id = given ?? `sim-${(world.ids += 1)}`;
      given = undefined;
      return id;
    },
    evaluateDecision: (decisionId, variables) => {
      if (world.options.evaluateDecision === undefined) {
        throw new Error(`the simulation knows no decision "${decisionId}"`);
      }
      return world.options.evaluateDecision(decisionId, variables, world.now);
    },
  };
}

import { addDuration } from '@esocial/process-core/execution/iso-time.ts';
import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import type { OpenSubscription } from '@esocial/process-core/simulate/open-work.ts';
import type { Simulation } from '@esocial/process-core/simulate/simulation.ts';
import type { Variables } from '@esocial/process-core/types.ts';
import { CommandRejected } from '@esocial/process-core/types.ts';

interface BufferedMessage {
  readonly name: string;
  readonly key: string;
  readonly id: string | undefined;
  readonly variables: Variables;
  readonly expiresAt: string;
  /** Processes that the message has reached: one instance of each takes it. */
  readonly reached: Set<string>;
}

export interface PublishedMessage {
  readonly name: string;
  readonly key: string;
  readonly variables: Variables;
  readonly timeToLive: string;
  readonly id?: string | undefined;
}

export interface MessageBuffer {
  publish(message: PublishedMessage): void;
  /** Carries what is buffered to whoever waits for it now. */
  deliver(): void;
}

/** Messages around the core, with Zeebe's meaning of time to live and uniqueness. */
export function createMessageBuffer(simulation: Simulation, models: readonly ProcessModel[]): MessageBuffer {
  let buffer: BufferedMessage[] = [];
  /** Root instance that a message start with this key began, by process, name and key. */
  const started = new Map<string, string>();
  const isLive = (message: BufferedMessage) => message.expiresAt > simulation.now;

  function correlate(message: BufferedMessage): boolean {
    const subscription = [...simulation.open.subscriptions.values()].find(
      (open) => matches(open, message) && !message.reached.has(processOf(simulation, open.instanceId)),
    );
    if (subscription === undefined) return startBy(message);
    const { instanceId, subscriptionId } = subscription;
    message.reached.add(processOf(simulation, instanceId));
    simulation.send(instanceId, { type: 'correlateMessage', subscriptionId, variables: message.variables });
    return true;
  }

  function startBy(message: BufferedMessage): boolean {
    for (const model of models) {
      const start = model.messageStarts.find(({ messageName }) => messageName === message.name);
      if (start === undefined || message.reached.has(model.id)) continue;
      const place = `${model.id} ${message.key}`;
      const running = simulation.instances.get(started.get(place) ?? '')?.state.status === 'active';
      if (running && message.key !== '') continue;
      message.reached.add(model.id);
      started.set(place, simulation.start(model.id, message.variables, start.elementId));
      return true;
    }
    return false;
  }

  function deliver(): void {
    for (let moved = true; moved;) {
      buffer = buffer.filter(isLive);
      moved = buffer.some((message) => correlate(message));
    }
  }

  return {
    publish({ name, key, variables, timeToLive, id }) {
      buffer = buffer.filter(isLive);
      if (id !== undefined && buffer.some((kept) => kept.id === id && kept.name === name && kept.key === key)) {
        throw new CommandRejected('INVALID_STATE', `The message "${id}" was published before.`);
      }
      const expiresAt = addDuration(simulation.now, timeToLive) ?? simulation.now;
      const message = { name, key, id, variables, expiresAt, reached: new Set<string>() };
      while (correlate(message));
      buffer.push(message);
    },
    deliver,
  };
}

function matches(open: OpenSubscription, message: BufferedMessage): boolean {
  return open.messageName === message.name && open.correlationKey === message.key;
}

function processOf(simulation: Simulation, instanceId: string): string {
  return simulation.instances.get(instanceId)?.model.id ?? '';
}

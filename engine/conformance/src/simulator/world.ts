import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import type { Simulation } from '@esocial/process-core/simulate/simulation.ts';
import type { EventStarts } from './event-starts.ts';
import type { MessageBuffer } from './message-buffer.ts';

/** The simulation of one case, with what a server keeps around the core. */
export interface SimulatedWorld {
  readonly simulation: Simulation;
  readonly models: readonly ProcessModel[];
  readonly messages: MessageBuffer;
  readonly starts: EventStarts;
  /** The last element instance of each task and job that was open: a command may come too late. */
  readonly seen: Map<string, { instanceId: string; elementInstanceId: string }>;
}

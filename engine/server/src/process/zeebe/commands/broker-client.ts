import type { Variables } from '@esocial/process-core/types.ts';

export interface BrokerResource {
  /** File name that ends in `.bpmn` or `.dmn`. */
  readonly name: string;
  readonly content: string;
}

/** The commands of a Zeebe broker that the server uses. They throw BrokerError. */
export interface BrokerClient {
  /** Gives the broker's keys of the processes, by the broker's ids. */
  deploy(resources: readonly BrokerResource[]): Promise<ReadonlyMap<string, string>>;
  publishMessage(message: {
    name: string;
    correlationKey: string;
    messageId: string;
    timeToLiveMs: number;
    variables: Variables;
  }): Promise<void>;
  completeUserTask(userTaskKey: string, variables: Variables): Promise<void>;
  completeJob(jobKey: string, variables: Variables): Promise<void>;
  failJob(jobKey: string, options: { retries: number; message: string; backOffMs: number }): Promise<void>;
  updateJobRetries(jobKey: string, retries: number): Promise<void>;
  resolveIncident(incidentKey: string): Promise<void>;
  cancelInstance(instanceKey: string): Promise<void>;
  setVariables(scopeKey: string, variables: Variables): Promise<void>;
  broadcastSignal(name: string, variables: Variables): Promise<void>;
  modifyInstance(instanceKey: string, instructions: ModifyInstructions): Promise<void>;
  migrateInstance(instanceKey: string, plan: MigrationInstructions): Promise<void>;
  /** Whether a partition has a leader. */
  topology(): Promise<{ version: string; leaders: number }>;
  close(): Promise<void>;
}

export interface ModifyInstructions {
  readonly activate: readonly {
    readonly elementId: string;
    readonly ancestorKey: string | null;
    readonly variables: readonly { readonly variables: Variables; readonly scopeId: string }[];
  }[];
  readonly terminate: readonly string[];
}

export interface MigrationInstructions {
  readonly targetProcessKey: string;
  /** Target element by source element. */
  readonly mapping: Readonly<Record<string, string>>;
}

/** `away`: the broker may take it later; `early`: the stream has not told yet what it is about. The others are its verdict. */
export type BrokerFault = 'away' | 'early' | 'already-exists' | 'not-found' | 'rejected';

export class BrokerError extends Error {
  readonly fault: BrokerFault;

  constructor(fault: BrokerFault, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = 'BrokerError';
    this.fault = fault;
  }
}

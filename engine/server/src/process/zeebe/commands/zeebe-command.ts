import type { ActivateInstruction, Variables } from '@esocial/process-core/types.ts';

/** What the server asks of the broker. Each can be sent again without a second effect (see `execute-command.ts`). */
export type ZeebeCommand =
  | {
      kind: 'start';
      /** The case's pins by workflow key, of all versions that the process may call. */
      versions: Record<string, string>;
      versionId: string;
      processId: string;
      startElementId: string;
      variables: Variables;
    }
  | { kind: 'completeUserTask'; taskId: string; userTaskKey: string; variables: Variables }
  | { kind: 'completeJob'; jobKey: string; variables: Variables }
  | { kind: 'failJob'; jobKey: string; retries: number; message: string }
  | {
      kind: 'publishMessage';
      messageId: string;
      name: string;
      correlationKey: string;
      variables: Variables;
      timeToLiveMs: number;
    }
  | { kind: 'broadcastSignal'; name: string; variables: Variables }
  | { kind: 'resolveIncident'; incidentKey: string; jobKey: string | null }
  | { kind: 'cancel' }
  /** Without `scopeKey` the variables are set at the root. */
  | { kind: 'setVariables'; scopeKey: string | null; variables: Variables }
  | { kind: 'modify'; activate: ActivateInstruction[]; terminate: string[] }
  | {
      kind: 'migrate';
      /** The version that it goes on with. */
      versionId: string;
      processId: string;
      /** The case's pins by workflow key then. */
      versions: Record<string, string>;
      /** Target element by source element. */
      mapping: Record<string, string>;
    };

export interface StoredCommand {
  readonly id: number;
  readonly instanceId: string | null;
  readonly attempts: number;
  readonly at: Date;
  readonly command: ZeebeCommand;
}

import type { DefinitionReader } from '../../definitions/definition-reader.ts';
import { nameFailure } from '../../errors/describe-cause.ts';
import type { NotificationService } from '../../notifications/notification-service.ts';
import type { Recipients } from '../recipients.ts';

/** A case that a message, a signal or a timer could not open. */
export interface FailedStart {
  readonly workflowVersionId: string;
  readonly elementId: string;
  readonly by: 'message' | 'signal' | 'timer';
  readonly error: unknown;
}

export interface TellFailedStartDependencies {
  readonly definitions: DefinitionReader;
  readonly recipients: Recipients;
  readonly notifications: NotificationService;
}

/**
 * Tells those who look after failed work that a case was not opened: there is no case yet that an incident could be
 * of. It says which procedure and what kind of failure, nothing of what the message brought.
 */
export function createTellFailedStart({ definitions, recipients, notifications }: TellFailedStartDependencies) {
  return async ({ workflowVersionId, elementId, by, error }: FailedStart): Promise<void> => {
    const { file } = await definitions.compiledWorkflow(workflowVersionId);
    await notifications.notify(await recipients.keepers(), {
      kind: 'start.failed',
      params: { name: file.title, workflow: file.key, elementId, by, failure: nameFailure(error) },
    });
  };
}

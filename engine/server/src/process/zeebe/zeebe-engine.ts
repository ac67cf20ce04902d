import type { Clock } from '../../clock/clock.ts';
import type { Database } from '../../database/database.ts';
import type { DefinitionReader } from '../../definitions/definition-reader.ts';
import type { Pins } from '../../definitions/definition.ts';
import { ConflictError, NotFoundError } from '../../errors/app-error.ts';
import { newId } from '../../ids/new-id.ts';
import { commitStep } from '../embedded/commit-step.ts';
import { loadInstance } from '../embedded/load-instance.ts';
import type { CompletionRequest, OperateRequest, ProcessEngine, ReplyNote, StepOutcome } from '../process-engine.ts';
import { StepConflict } from '../process-engine.ts';
import type { StepNotifier } from '../step-notifier.ts';
import type { CallerWrites, InstanceRow, StepWrites } from '../step-writes.ts';
import { withoutEmpty } from '../step-writes.ts';
import type { BrokerInstanceStore } from './broker-instance-store.ts';
import type { BrokerTaskStore } from './broker-task-store.ts';
import type { CommandStore } from './commands/command-store.ts';
import type { ZeebeCommand } from './commands/zeebe-command.ts';
import { findHaltedCase, resolveFollowIncident } from './follow/follow-incident-store.ts';
import { startVariables } from './start-variables.ts';
import { submittedVariables } from './submitted-variables.ts';
import { keyOfId } from './view/broker-key.ts';
import { elementData, newBrokerState } from './view/broker-state.ts';
import type { BrokerState } from './view/broker-state.ts';

const MESSAGE_TIME_TO_LIVE_MS = 3_600_000;

export interface ZeebeEngineDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly clock: Clock;
  readonly notifier: StepNotifier;
  readonly instances: BrokerInstanceStore;
  readonly tasks: BrokerTaskStore;
  readonly commands: CommandStore;
  /** Applies what was kept of a case that could not be followed. */
  readonly resumeCase: (caseId: string) => Promise<void>;
}

/**
 * The process engine on a Zeebe broker. What the caller writes commits together with a command to the broker; what the
 * broker makes of it comes back as its record stream (`follow/`).
 */
export function createZeebeEngine(dependencies: ZeebeEngineDependencies): ProcessEngine {
  const { database, definitions, clock, instances, tasks, commands, notifier } = dependencies;

  /** Commits a command and what its caller writes with it. */
  async function commit(
    { facts, actorId, writes, note, instance }: CommitRequest,
    send: (caseNumber: string | null) => Promise<void>,
  ): Promise<StepOutcome> {
    const outcome = { pending: true, createdTasks: [], queues: [], caseNumber: facts.number } as const;
    const { completedTask, ...others } = writes;
    const step = withoutEmpty<StepWrites>({
      ...{ now: clock.now().toISOString(), caseId: facts.id, actorId },
      ...others,
      ...(note ? { idempotency: note(outcome) } : {}),
      ...(instance ? { instances: [instance] } : {}),
    });
    return database.transaction(async () => {
      const { caseNumber } = await commitStep(database, step);
      await send(caseNumber);
      await database.afterCommit(async () =>
        notifier.stepped(facts, { ...step, ...(completedTask ? { completedTask } : {}) }),
      );
      return { ...outcome, caseNumber: caseNumber ?? facts.number };
    });
  }

  async function command(
    instanceId: string,
    actorId: string | null,
    writes: CallerWrites,
    ...sent: ZeebeCommand[]
  ): Promise<StepOutcome> {
    const { facts } = await loadInstance(database, instanceId);
    return commit({ facts, actorId, writes }, async () => {
      for (const one of sent) await commands.insert(instanceId, one);
    });
  }

  async function complete(request: CompletionRequest): Promise<StepOutcome> {
    const { facts, instanceId, taskId, actorId, data, writes, note } = request;
    const instance = request.instances.find(({ id }) => id === instanceId);
    if (!instance) throw new StepConflict('instance');
    const state = instance.state as BrokerState;
    const { userTaskKey } = elementData(state, taskId);
    if (userTaskKey === undefined) throw new StepConflict('task');
    const { processes } = await definitions.compiledWorkflow(instance.workflowVersionId);
    const element = processes.get(instance.processId)?.elements.get(state.elements[taskId]?.elementId ?? '');
    const variables = submittedVariables(element, data);
    return database.transaction(async () => {
      if (!(await tasks.markCompleting(taskId, actorId))) throw new StepConflict('task');
      return commit({ facts, actorId, writes, note }, () =>
        commands.insert(instanceId, { kind: 'completeUserTask', taskId, userTaskKey, variables }),
      );
    });
  }

  return {
    async startInstance({ facts, instanceId, actorId, variables, at, writes, note }) {
      const workflow = await definitions.compiledWorkflow(facts.workflowVersionId);
      const model = (at && workflow.processes.get(at.processId)) ?? workflow.process;
      const starts = model.startEvents.get(model.id) ?? [];
      const startElementId = at?.elementId ?? starts.find(({ event }) => event === null)?.id ?? '';
      const { pins } = await definitions.getPinSet(facts.pinSetId);
      const input = { variables, event: at?.event ?? {} };
      return commit(
        { facts, actorId, writes, note, instance: newRow(instanceId, facts.workflowVersionId, model.id) },
        async () => {
          await instances.insert({ instanceId, caseId: facts.id, brokerKey: null, actorId });
          await commands.insert(instanceId, {
            kind: 'start',
            versions: calledVersions(pins, facts.workflowVersionId),
            versionId: facts.workflowVersionId,
            processId: model.id,
            startElementId,
            variables: startVariables(model, startElementId, input, clock.now().toISOString()),
          });
        },
      );
    },

    completeUserTask: complete,

    async publishMessage({ id, name, correlationKey, variables, timeToLiveMs = MESSAGE_TIME_TO_LIVE_MS, messageId }) {
      const key = { name, correlationKey, messageId: messageId ?? id ?? newId() };
      await commands.insert(null, { kind: 'publishMessage', ...key, variables, timeToLiveMs });
    },

    async broadcastSignal({ name, variables }) {
      await commands.insert(null, { kind: 'broadcastSignal', name, variables });
      return 0;
    },

    async retryIncident({ incidentId, actorId, writes = {} }) {
      const haltedCase = await findHaltedCase(database, incidentId);
      if (haltedCase !== undefined) {
        await database.transaction(async () => {
          await resolveFollowIncident(database, incidentId, actorId);
          await dependencies.resumeCase(haltedCase);
        });
        return;
      }
      const instanceId = await requireIncident(database, incidentId);
      const incidentKey = keyOfId(incidentId);
      if (incidentKey !== undefined) {
        const state = (await loadInstance(database, instanceId)).instances[0]?.state as BrokerState;
        await command(instanceId, actorId, writes, {
          kind: 'resolveIncident',
          incidentKey,
          jobKey: jobOfIncident(state, incidentId),
        });
        return;
      }
      await database.transaction(async () => {
        await resolveFollowIncident(database, incidentId, actorId);
        await commands.requeueRejected(instanceId);
        await command(instanceId, actorId, writes);
      });
    },

    async cancelInstance({ instanceId, actorId, writes = {} }) {
      await command(instanceId, actorId, writes, { kind: 'cancel' });
    },

    operate: ({ instanceId, command: asked, actorId, writes = {} }) =>
      command(instanceId, actorId, writes, brokerCommand(asked)),

    async migrateInstance({ instanceId, targetVersionId, mapping, actorId, writes = {} }) {
      const { facts, instances: loaded } = await loadInstance(database, instanceId);
      const { pinSetId } = await definitions.repinned(facts.pinSetId, targetVersionId, facts.legalReferenceDate);
      const { pins } = await definitions.getPinSet(pinSetId);
      await command(instanceId, actorId, writes, {
        kind: 'migrate',
        versionId: targetVersionId,
        processId: loaded[0]?.processId ?? '',
        versions: calledVersions(pins, targetVersionId),
        mapping: { ...mapping },
      });
    },
  };
}

interface CommitRequest {
  readonly facts: CompletionRequest['facts'];
  readonly actorId: string | null;
  readonly writes: CallerWrites;
  readonly note?: ReplyNote | undefined;
  readonly instance?: InstanceRow;
}

/** The stream is not asked: what a command cannot do now, the broker refuses. */
function brokerCommand(asked: OperateRequest['command']): ZeebeCommand {
  switch (asked.type) {
    case 'cancel':
      return { kind: 'cancel' };
    case 'setVariables': {
      const scopeKey = asked.elementInstanceId === undefined ? null : (keyOfId(asked.elementInstanceId) ?? null);
      return { kind: 'setVariables', scopeKey, variables: asked.variables };
    }
    case 'modify':
      return { kind: 'modify', activate: asked.activate ?? [], terminate: asked.terminate ?? [] };
    default:
      throw notOnBroker(`The broker knows no command ${asked.type}`);
  }
}

function notOnBroker(message: string): ConflictError {
  return new ConflictError('not_on_broker', message);
}

function newRow(id: string, workflowVersionId: string, processId: string): InstanceRow {
  return {
    id,
    version: 0,
    workflow_version_id: workflowVersionId,
    process_id: processId,
    parent_instance_id: null,
    parent_element_instance_id: null,
    status: 'active',
    state: newBrokerState(id, processId, null),
    ended_at: null,
    command: 'start',
    changes: {},
  };
}

/** The other workflows that the case is pinned to, by key. */
function calledVersions(pins: Pins, own: string): Record<string, string> {
  const workflows = Object.entries(pins).filter(([key, versionId]) => key.startsWith('workflow:') && versionId !== own);
  return Object.fromEntries(workflows.map(([key, versionId]) => [key.slice('workflow:'.length), versionId]));
}

async function requireIncident(database: Database, incidentId: string): Promise<string> {
  const [row] = await database.query<{ instanceId: string }>(
    'select instance_id as "instanceId" from incidents where id = $1 and resolved_at is null',
    [incidentId],
  );
  if (!row) throw new NotFoundError('open incident', incidentId);
  return row.instanceId;
}

function jobOfIncident(state: BrokerState, incidentId: string): string | null {
  const incident = state.incidents[incidentId];
  if (incident?.kind !== 'JOB_NO_RETRIES') return null;
  return elementData(state, incident.elementInstanceId).job?.key ?? null;
}

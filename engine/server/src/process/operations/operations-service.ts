import type { ProcessModificationRequest } from '@esocial/contracts/generated/api-process-instances-modification-request.ts';
import type { ProcessVariablesRequest } from '@esocial/contracts/generated/api-process-instances-variables-request.ts';
import type { SignalBroadcastRequest } from '@esocial/contracts/generated/api-signals-broadcast-request.ts';
import type { Json, Variables } from '@esocial/process-core/types.ts';
import type { Actor } from '../../access/actor.ts';
import { isSystem } from '../../access/actor.ts';
import { requireAccess } from '../../access/decide.ts';
import type { Audit } from '../../audit/audit.ts';
import { auditRow } from '../../audit/audit.ts';
import { requireCase } from '../../cases/case-access.ts';
import type { Clock } from '../../clock/clock.ts';
import type { Database } from '../../database/database.ts';
import { ConflictError, PreconditionFailedError } from '../../errors/app-error.ts';
import { newId } from '../../ids/new-id.ts';
import type { OperatorCommand, ProcessEngine } from '../process-engine.ts';
import type { CallerWrites } from '../step-writes.ts';
import type { LockedInstance } from './operations-store.ts';
import { closeSuspension, insertSuspension, lockInstance } from './operations-store.ts';

export interface OperationsDependencies {
  readonly database: Database;
  readonly audit: Audit;
  readonly engine: ProcessEngine;
  readonly clock: Clock;
}

/** Which instance, and the version of it that the person has seen. */
export interface Target {
  readonly instanceId: string;
  readonly version: number | undefined;
}

/** What the work does, under which name it stands in the audit and on the timeline, and why. */
interface Operation {
  readonly command: OperatorCommand;
  readonly event: string;
  readonly reason: string;
  readonly fields?: readonly string[];
  readonly params?: Json;
}

export interface OperationsService {
  modify(actor: Actor, target: Target, request: ProcessModificationRequest): Promise<void>;
  setVariables(actor: Actor, target: Target, request: ProcessVariablesRequest): Promise<void>;
  cancel(actor: Actor, target: Target, reason: string): Promise<void>;
  /** With all instances that it has called. Throws ConflictError `not_the_root` for one that was called itself. */
  suspend(actor: Actor, target: Target, reason: string): Promise<void>;
  resume(actor: Actor, target: Target): Promise<void>;
  broadcast(actor: Actor, request: SignalBroadcastRequest): Promise<{ id: string; subscriptions: number }>;
}

/** What people may do to running processes. Each is one step of the engine, audited with its reason. */
export function createOperationsService({ database, audit, engine, clock }: OperationsDependencies): OperationsService {
  async function lock(actor: Actor, { instanceId, version }: Target): Promise<LockedInstance> {
    const instance = await lockInstance(database, instanceId);
    await requireCase(database, actor, instance.caseId, 'process.manage');
    if (version !== undefined && version !== instance.version)
      throw new PreconditionFailedError(`The instance ${instanceId} is no longer at version ${version}`);
    if (instance.status === 'completed' || instance.status === 'terminated')
      throw new ConflictError('instance_ended', `The process instance ${instanceId} is ${instance.status}`);
    return instance;
  }

  function requireRoot({ id, rootId }: LockedInstance): void {
    if (id !== rootId)
      throw new ConflictError('not_the_root', `The instance ${id} was called; ask it of ${rootId}`, { rootId });
  }

  async function operate(actor: Actor, instance: LockedInstance, operation: Operation): Promise<void> {
    const writes = writesOf(actor, instance, operation);
    const actorId = isSystem(actor) ? null : actor.userId;
    await engine.operate({ instanceId: instance.id, command: operation.command, actorId, writes });
  }

  return {
    async modify(actor, target, { activate = [], terminate = [], reason }) {
      const instance = await lock(actor, target);
      const command = { type: 'modify', activate: activate as never[], terminate } as const;
      const elements = activate.map(({ elementId }) => elementId);
      await operate(actor, instance, {
        ...{ command, event: 'process.modified', reason },
        params: { activated: elements, terminated: terminate.length },
      });
    },

    async setVariables(actor, target, { scopeId, variables, reason }) {
      const instance = await lock(actor, target);
      const to = scopeId === undefined || scopeId === instance.id ? {} : { elementInstanceId: scopeId };
      const command = { type: 'setVariables', variables: variables as Variables, ...to } as const;
      const fields = Object.keys(variables).sort();
      await operate(actor, instance, { command, event: 'process.variables-set', reason, fields });
    },

    async cancel(actor, target, reason) {
      const instance = await lock(actor, target);
      if (instance.status === 'suspended') await closeSuspension(database, instance.id, clock.now());
      await operate(actor, instance, { command: { type: 'cancel' }, event: 'process.cancelled', reason });
    },

    async suspend(actor, target, reason) {
      const instance = await lock(actor, target);
      requireRoot(instance);
      if (instance.status === 'suspended')
        throw new ConflictError('instance_suspended', `The process instance ${instance.id} is suspended already`);
      await insertSuspension(database, { instanceId: instance.id, actorId: actor.userId, reason, at: clock.now() });
      await operate(actor, instance, { command: { type: 'suspend' }, event: 'process.suspended', reason });
    },

    async resume(actor, target) {
      const instance = await lock(actor, target);
      requireRoot(instance);
      if (instance.status !== 'suspended')
        throw new ConflictError('instance_not_suspended', `The process instance ${instance.id} is not suspended`);
      const reason = (await closeSuspension(database, instance.id, clock.now())) ?? '';
      await operate(actor, instance, { command: { type: 'resume' }, event: 'process.resumed', reason });
    },

    async broadcast(actor, { name, variables = {}, reason }) {
      requireAccess(actor, 'signal.broadcast', {});
      const id = newId();
      const subscriptions = await engine.broadcastSignal({ id, name, variables: variables as Variables });
      const fields = Object.keys(variables).sort();
      await audit.record(actor, { verb: 'signal.broadcast', objectType: 'signal', objectId: id, fields, reason });
      return { id, subscriptions };
    },
  };
}

function writesOf(actor: Actor, instance: LockedInstance, operation: Operation): CallerWrites {
  const { event, reason, fields = [], params = null } = operation;
  const entry = { objectType: 'process-instance', objectId: instance.id, caseId: instance.caseId, reason };
  const subjectIds = instance.personId ? [instance.personId] : [];
  return {
    audit: [auditRow(actor, { verb: event, ...entry, subjectIds, fields })],
    events: [{ kind: 'process', event, ...(params === null ? {} : { params }) }],
  };
}

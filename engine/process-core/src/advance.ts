import { elementBehaviors } from './elements/registry.ts';
import { runCommand } from './execution/commands.ts';
import { refuseWhileSuspended } from './execution/suspension.ts';
import { runQueue } from './execution/run-queue.ts';
import { createStep, toState } from './execution/step.ts';
import type { ProcessModel } from './model/model.ts';
import type { AdvanceContext, AdvanceResult, Command, InstanceState } from './types.ts';
import { CommandRejected } from './types.ts';

/**
 * Carries a process instance as far as it goes: applies the command and moves every token until it waits.
 * Pure: neither the model nor `state` is changed, time and ids come from `context`, and equal input gives equal
 * output. For `start` the state is null and the first id drawn from the context is the instance's.
 * @throws CommandRejected when the command does not fit the state; nothing has happened then.
 */
export function advance(
  model: ProcessModel,
  state: InstanceState | null,
  command: Command,
  context: AdvanceContext,
): AdvanceResult {
  const step = createStep(model, stateFor(state, command, context), context, elementBehaviors);
  runCommand(step, command);
  runQueue(step);
  return { state: toState(step), effects: step.effects };
}

function stateFor(state: InstanceState | null, command: Command, context: AdvanceContext): InstanceState {
  if (command.type === 'start') {
    if (state !== null) throw new CommandRejected('INVALID_STATE', `Instance ${state.instanceId} has already started.`);
    return { instanceId: context.newId(), status: 'active', elements: {}, variables: {}, incidents: {} };
  }
  if (state === null) throw new CommandRejected('INVALID_STATE', `${command.type} needs an instance; start one first.`);
  if (state.status !== 'active') {
    throw new CommandRejected('INVALID_STATE', `Instance ${state.instanceId} is ${state.status}.`);
  }
  if (state.suspendedAt !== undefined) refuseWhileSuspended(state, command);
  return state;
}

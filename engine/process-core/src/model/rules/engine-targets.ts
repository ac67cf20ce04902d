import type { ProcessModel } from '../model.ts';
import { findFaultsFor } from '../validate-model.ts';
import type { EngineCapability } from './capability-rules.ts';
import { allCapabilities } from './capability-rules.ts';
import type { ModelFault } from './rule.ts';

/** What a process may be published for. */
export type EngineTarget = 'embedded' | 'zeebe-8.5' | 'zeebe-8.6';

interface Target {
  /** As a sentence calls it. */
  readonly name: string;
  readonly capabilities: readonly EngineCapability[];
}

const zeebe85: readonly EngineCapability[] = ['signals', 'calledErrors'];

/**
 * What each engine carries. On a broker every version of ours is a process id of its own, so that no version tag
 * means anything there; it never hands headers to an execution listener.
 */
export const engineTargets: Readonly<Record<EngineTarget, Target>> = {
  embedded: {
    name: 'the embedded engine',
    capabilities: allCapabilities.filter((capability) => capability !== 'versionTags'),
  },
  'zeebe-8.5': { name: 'Zeebe 8.5', capabilities: zeebe85 },
  'zeebe-8.6': {
    name: 'Zeebe 8.6',
    capabilities: [
      ...zeebe85,
      'executionListeners',
      'processListeners',
      'inclusiveJoins',
      'taskPriorities',
      'deploymentBindings',
    ],
  },
};

/** The faults of a process for one engine: what none runs, and what this one lacks. */
export function findTargetFaults(model: ProcessModel, target: EngineTarget): ModelFault[] {
  const { name, capabilities } = engineTargets[target];
  return findFaultsFor(model, capabilities, name);
}

import type { EngineTarget } from '@esocial/process-core/model/rules/engine-targets.ts';
import type { Settings } from '../settings/settings.ts';

/** The engine that new cases run on, for which procedures are checked. */
export function engineTargetOf({ zeebe }: Pick<Settings, 'zeebe'>): EngineTarget {
  return zeebe ? `zeebe-${zeebe.version}` : 'embedded';
}

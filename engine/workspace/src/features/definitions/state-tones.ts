import type { ReleaseList } from '@esocial/contracts/generated/api-releases-list.ts';
import type { Tone } from '@esocial/ui/components/StateBadge.tsx';
import type { DefinitionVersion } from './version-in-force.ts';

/** The tone of a version's state. */
export const versionTones: Record<DefinitionVersion['state'], Tone> = {
  draft: 'neutral',
  submitted: 'info',
  active: 'success',
  withdrawn: 'neutral',
};

/** The tone of a release's state. */
export const releaseTones: Record<ReleaseList['items'][number]['state'], Tone> = {
  draft: 'neutral',
  submitted: 'info',
  approved: 'info',
  scheduled: 'info',
  active: 'success',
  superseded: 'neutral',
  'rolled-back': 'danger',
};

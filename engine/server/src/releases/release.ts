export type ReleaseState = 'draft' | 'submitted' | 'approved' | 'scheduled' | 'active' | 'superseded' | 'rolled-back';

/** What open cases do with a new version: finish under the old one, switch at their next task, or now. */
export type TransitionPolicy = 'finish' | 'next-task' | 'now';

/** A set of definition versions that come into force together. */
export interface Release {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: ReleaseState;
  /** Legal day, `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly activatedAt: string | null;
  readonly items: number;
}

/** The state of a release that is activated: it waits for its day when that lies ahead. */
export function activeState(effectiveFrom: string, today: string): ReleaseState {
  return effectiveFrom <= today ? 'active' : 'scheduled';
}

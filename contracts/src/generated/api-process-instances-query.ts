// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Which process instances.
 */
export interface ProcessInstanceQuery {
  /**
   * Key of the workflow.
   */
  workflow?: string;
  /**
   * Id of the workflow version.
   */
  version?: string;
  state?: 'active' | 'suspended' | 'completed' | 'terminated';
  /**
   * Instances in which this element is active.
   */
  element?: string;
  /**
   * With or without an open incident.
   */
  incident?: 'open' | 'none';
  case?: string;
  cursor?: string;
  /**
   * 1 to 100, 50 unless given.
   */
  limit?: string;
}

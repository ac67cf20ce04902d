// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Form key and name of one of its valid fixtures: `form-key/valid-name` is forms/form-key/fixtures/valid-name.json.
 */
export type Fixture = string;
export type Step =
  | CompleteStep
  | AdvanceTimeStep
  | MessageStep
  | SignalStep
  | ActivateStep
  | JobStep
  | CalledStep
  | SetVariablesStep
  | ResolveIncidentStep
  | CheckStep;
export type ElementId = string;
export type Status = 'active' | 'completed' | 'terminated';

/**
 * A story that a workflow must be able to tell: how it starts, what people and the world do, and where it ends. Kept in workflows/<key>/scenarios/*.json and run in virtual time by `simulate`.
 */
export interface Scenario {
  $schema?: string;
  name: string;
  description?: string;
  /**
   * Id of the process to start when the BPMN file holds several; else the first one.
   */
  process?: string;
  /**
   * The start. `data` (or the fixture's) is seen as `data` by the output mappings of the start event only; `variables` become variables of the process.
   */
  start: {
    data?: unknown;
    fixture?: Fixture;
    variables?: Variables;
    /**
     * Name of the message whose start event starts the process.
     */
    message?: string;
    /**
     * Start event to use, when the process has several.
     */
    elementId?: string;
    /**
     * Instant of the start, RFC 3339. Default 2026-01-05T08:00:00Z, a Monday.
     */
    at?: string;
  };
  parameters?: Variables1;
  /**
   * @maxItems 500
   */
  steps: Step[];
  expect: Expectation;
}
export interface Variables {
  [k: string]: unknown;
}
/**
 * Values of policy parameters by key; given to every process of the scenario as variables, over those that the policies give. `caseId` is `case-1`.
 */
export interface Variables1 {
  [k: string]: unknown;
}
/**
 * Somebody completes the open user task of this element.
 */
export interface CompleteStep {
  complete: ElementId;
  data?: unknown;
  fixture?: Fixture;
  /**
   * Role key; must be one of the task's candidate groups.
   */
  as?: string;
}
/**
 * Time passes; every timer that falls due acts at its own instant, in order.
 */
export interface AdvanceTimeStep {
  /**
   * ISO 8601 duration.
   */
  advanceTime: string;
}
/**
 * A message arrives. Without `correlationKey` it reaches the only open subscription of that name.
 */
export interface MessageStep {
  message: string;
  correlationKey?: string;
  variables?: Variables;
}
/**
 * A signal is thrown from outside, for everybody who waits for it.
 */
export interface SignalStep {
  signal: string;
  variables?: Variables;
}
/**
 * Somebody starts activities of the running ad-hoc sub-process that holds them.
 */
export interface ActivateStep {
  /**
   * @minItems 1
   * @maxItems 100
   */
  activate: [ElementId, ...ElementId[]];
}
/**
 * The open job of this type (or of this element's id) is done, throws a BPMN error, or fails for good. Without any of these it completes with no variables.
 */
export interface JobStep {
  job: string;
  result?: Variables;
  /**
   * Code of the BPMN error that the job throws.
   */
  error?: string;
  /**
   * Message of the failure; no retries are left, an incident follows.
   */
  fail?: string;
}
/**
 * The open call of this process answers, when its model is not part of the simulation.
 */
export interface CalledStep {
  called: ElementId;
  variables?: Variables;
}
export interface SetVariablesStep {
  setVariables: Variables;
}
/**
 * The incident at this element is tried again.
 */
export interface ResolveIncidentStep {
  resolveIncident: ElementId;
}
/**
 * What must hold at this point of the story.
 */
export interface CheckStep {
  check: Expectation;
}
export interface Expectation {
  status?: Status;
  /**
   * These elements became active in this order; others may lie between.
   */
  path?: ElementId[];
  /**
   * These elements became active, in any order.
   */
  visited?: ElementId[];
  /**
   * These elements never became active.
   */
  notVisited?: ElementId[];
  /**
   * Exactly these user tasks are open (element ids, any order).
   */
  tasks?: ElementId[];
  variables?: Variables2;
  /**
   * Exactly these incidents are open. Without it, a scenario that leaves an incident fails.
   */
  incidents?: {
    elementId: ElementId;
    kind?: string;
  }[];
}
/**
 * These variables of the process have these values; others are not looked at.
 */
export interface Variables2 {
  [k: string]: unknown;
}

import type { AuditRow } from '../audit/audit.ts';
import type { Json, Variables } from '@esocial/process-core/types.ts';

/**
 * Everything that one step of a case writes (embedded/step-statement.ts): rows by table in the
 * table's own column names. A key that has nothing to write is absent.
 */
export interface StepWrites extends CallerWrites {
  /** Instant of the step; every row written gets it. */
  now: string;
  caseId: string;
  /** The person who acts; null when the server acts by itself. */
  actorId: string | null;
  case?: CaseChange;
  instances?: InstanceRow[];
  withdrawnTasks?: string[];
  removedTimers?: string[];
  removedJobs?: string[];
  removedSubscriptions?: string[];
  resolvedIncidents?: string[];
  queues?: QueueRow[];
  tasks?: TaskRow[];
  deadlines?: DeadlineRow[];
  timers?: TimerRow[];
  jobs?: JobRow[];
  subscriptions?: SubscriptionRow[];
  incidents?: IncidentRow[];
  lateNotices?: (NotificationRow & { batch: string; folded: number })[];
}

/** What only few steps bring; `commit_rare` (migration 0035) writes it behind the rest. */
export interface RareWrites {
  /** The delivery of a signal that this step carries out: it must still be there. */
  consumedSignal?: string;
  signalSubscriptions?: SignalSubscriptionRow[];
  removedSignalSubscriptions?: string[];
  signals?: SignalRow[];
  /** Jobs and signal subscriptions of instances that are suspended, and of those that go on. */
  heldJobs?: string[];
  freedJobs?: string[];
  heldSubscriptions?: string[];
  freedSubscriptions?: string[];
  migratedInstances?: { id: string; workflow_version_id: string; process_id: string }[];
  migratedElements?: MovedRow[];
  migratedIncidents?: MovedRow[];
  migratedTimers?: (MovedRow & { due_at: string })[];
  migratedSubscriptions?: MovedRow[];
  repinnedCase?: { workflow_version_id: string; pin_set_id: string };
}

/** A row that belongs to another element now. */
export interface MovedRow {
  id: string;
  element_id: string;
}

/** What the caller of the engine writes together with the step. */
export interface CallerWrites {
  idempotency?: IdempotencyRow;
  openCase?: OpenCaseRow;
  /** The draft that the case was started from. */
  startDraft?: { user_id: string; workflow_key: string };
  /** Completed only while open and assigned to this person. */
  completedTask?: { id: string; assignee_id: string; /** It has no deadline to end. */ unlimited?: boolean };
  consumed?: ConsumedWork;
  records?: RecordRow[];
  /** Documents to attach to the case. */
  documents?: string[];
  events?: CaseEventRow[];
  notifications?: NotificationRow[];
  outbox?: OutboxRow[];
  audit?: AuditRow[];
  /** The batch into which the step's notifications are folded, when the work was held up. */
  noticeBatch?: string;
  rare?: RareWrites;
}

/** The row of work that this step carries out: it must still be there. */
export type ConsumedWork =
  | { kind: 'timer' | 'job' | 'incident'; id: string }
  | { kind: 'message'; id: string; processId: string; subscriptionId: string };

export interface IdempotencyRow {
  user_id: string;
  route: string;
  key: string;
  body_digest: string;
  status: number;
  response: Json;
}

export interface OpenCaseRow {
  prefix: string;
  place: string;
  year: number;
  workflow_key: string;
  workflow_version_id: string;
  pin_set_id: string;
  legal_reference_date: string;
  stage: string | null;
  person_id: string | null;
  manager_id: string | null;
  opened_by: string | null;
  institution_id: string;
  team_id: string | null;
  territory_id: string | null;
  search: string;
}

export interface CaseChange {
  stage?: string;
  status?: string;
  outcome?: string;
  manager_id?: string;
  closed_at?: string;
}

/** `version` is the one that was loaded, 0 for a new instance. `changes`: a, c, t elements, f flows, d decisions. */
export interface InstanceRow {
  id: string;
  version: number;
  workflow_version_id: string;
  process_id: string;
  parent_instance_id: string | null;
  parent_element_instance_id: string | null;
  status: string;
  state: unknown;
  ended_at: string | null;
  command: string;
  changes: StepChanges;
}

export interface StepChanges {
  a?: string[];
  c?: string[];
  t?: string[];
  f?: string[];
  d?: { e: string; id: string; r: string[] }[];
}

export interface QueueRow {
  id: string;
  roles: string[];
  institution_id: string | null;
  team_id: string | null;
}

export interface TaskRow {
  id: string;
  instance_id: string;
  element_id: string;
  name: string;
  form_key: string;
  form_version_id: string;
  queue_id: string;
  assignee_id: string | null;
  priority: number;
  due_at: string | null;
  at_risk_at: string | null;
  workflow_key: string;
  workflow_version_id: string;
  stage: string | null;
  /** Null while the case is being opened: its number is given by the same statement. */
  case_number: string | null;
  person_id: string | null;
  person_name: string | null;
  person_birth_date: string | null;
  institution_id: string;
  team_id: string | null;
  territory_id: string | null;
  follower_id: string | null;
  return_note: string | null;
  continues_record: boolean;
}

export interface DeadlineRow {
  id: string;
  task_id: string | null;
  rule_version_id: string;
  due_at: string;
  at_risk_at: string;
  next_alert_at: string | null;
  explanation: Json;
}

export interface TimerRow {
  id: string;
  instance_id: string;
  element_id: string;
  due_at: string;
}

export interface JobRow {
  id: string;
  instance_id: string;
  element_id: string;
  job_type: string;
  headers: Record<string, string>;
  variables: Variables;
  retries: number;
  due_at: string;
}

export interface SubscriptionRow {
  id: string;
  instance_id: string;
  process_id: string;
  element_id: string;
  message_name: string;
  correlation_key: string;
}

export interface SignalSubscriptionRow {
  id: string;
  instance_id: string;
  element_id: string;
  signal_name: string;
}

export interface SignalRow {
  id: string;
  name: string;
  variables: Variables;
}

export interface IncidentRow {
  id: string;
  instance_id: string;
  element_id: string;
  kind: string;
  message: string;
}

export interface RecordRow {
  id: string;
  series_id: string;
  version: number;
  form_key: string;
  form_version_id: string;
  task_id: string | null;
  element_id: string | null;
  data: Json;
  submitted_by: string;
}

export interface CaseEventRow {
  kind: 'case' | 'task' | 'record' | 'document' | 'note' | 'deadline' | 'process' | 'access';
  event: string;
  task_id?: string;
  record_id?: string;
  document_id?: string;
  params?: Json;
}

export interface NotificationRow {
  id: string;
  user_id: string;
  kind: string;
  params: Json;
  task_id: string | null;
}

export interface OutboxRow {
  topic: string;
  payload: Json;
}

/** The same without the keys whose lists are empty. */
export function withoutEmpty<T extends object>(writes: T): T {
  const kept = Object.entries(writes).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as T;
}

import type { DeadlineRuleFile } from '@esocial/contracts/generated/deadline-rule.ts';
import { systemActor } from '../access/actor.ts';
import type { Audit } from '../audit/audit.ts';
import { insertCaseEvent } from '../cases/case-events.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import type { LiveEvents } from '../events/live-events.ts';
import { lateBatch } from '../notifications/late-notices.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import type { Recipients } from '../process/recipients.ts';

const BATCH = 20;

export interface LadderDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly notifications: NotificationService;
  readonly recipients: Recipients;
  readonly audit: Audit;
  readonly live: Pick<LiveEvents, 'publish'>;
  readonly clock: Clock;
}

interface DueRung {
  id: string;
  case_id: string;
  task_id: string | null;
  rule_version_id: string;
  due_at: Date;
  institution_id: string;
  assignee_id: string | null;
  roles: string[] | null;
  name: string | null;
}

const takeDue = `
  select d.id, d.case_id, d.task_id, d.rule_version_id, d.due_at, c.institution_id, t.assignee_id, q.roles, t.name
  from deadlines d
  join cases c on c.id = d.case_id
  left join tasks t on t.id = d.task_id
  left join queues q on q.id = t.queue_id
  where d.next_alert_at <= $1
  order by d.next_alert_at limit ${BATCH} for update of d skip locked`;

/**
 * Acts on the rungs of deadlines that are due, a batch in one unit of work; gives how many. A rung's row is locked
 * until its notifications and its new state are committed together, so each is acted on once, by one server.
 */
export async function climbLadders(dependencies: LadderDependencies): Promise<number> {
  const { database, clock, live } = dependencies;
  const now = clock.now();
  const due = await database.transaction(async () => {
    const rungs = await database.query<DueRung>(takeDue, [now]);
    for (const rung of rungs) await actOn(dependencies, rung, now);
    return rungs;
  });
  live.publish(
    due.map(({ case_id: caseId, institution_id: institutionId }) => ({ type: 'case.changed', caseId, institutionId })),
  );
  return due.length;
}

async function actOn(dependencies: LadderDependencies, rung: DueRung, now: Date): Promise<void> {
  const { database, definitions, notifications, audit } = dependencies;
  const rule = await definitions.deadlineRule(rung.rule_version_id);
  // After downtime only the last rung counts: whoever is told of the breach need not be told of the risk.
  const at = rung.due_at <= now ? 'breached' : 'atRisk';
  const userIds = await peopleFor(dependencies, rung, rule, at);
  const batch = lateBatch(at === 'breached' ? rung.due_at : now, now);
  const params = { name: rung.name, rule: rule.title, dueAt: rung.due_at.toISOString() };
  await notifications.notify(userIds, {
    kind: `deadline.${at}`,
    params,
    caseId: rung.case_id,
    ...(rung.task_id ? { taskId: rung.task_id } : {}),
    ...(batch ? { batch } : {}),
  });
  await database.query('update deadlines set state = $2, next_alert_at = $3 where id = $1', [
    rung.id,
    at === 'breached' ? 'overdue' : 'atRisk',
    at === 'breached' ? null : rung.due_at,
  ]);
  await insertCaseEvent(database, {
    caseId: rung.case_id,
    at: now,
    actorId: null,
    kind: 'deadline',
    event: `deadline.${at}`,
    ...(rung.task_id ? { task_id: rung.task_id } : {}),
    params: { rule: rule.key },
  });
  await audit.record(systemActor('deadline'), {
    verb: `deadline.${at}`,
    objectType: 'deadline',
    objectId: rung.id,
    caseId: rung.case_id,
  });
}

async function peopleFor(
  { recipients }: LadderDependencies,
  rung: DueRung,
  rule: DeadlineRuleFile,
  at: 'atRisk' | 'breached',
): Promise<string[]> {
  const wanted = new Set(rule.ladder.filter((step) => step.at === at).flatMap(({ notify }) => notify));
  const { assignee_id: assigneeId, roles, institution_id: institutionId } = rung;
  return [
    ...(wanted.has('assignee') && assigneeId ? [assigneeId] : []),
    // Who is to be told of a task that nobody has taken are those who may take it.
    ...((wanted.has('assignee') || wanted.has('candidates')) && !assigneeId && roles
      ? await recipients.withRoles(roles, institutionId)
      : []),
    ...(wanted.has('supervisor') ? await recipients.supervisorsOf(institutionId) : []),
  ];
}

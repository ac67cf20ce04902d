import { createHash } from 'node:crypto';
import type { DemoCaseFile } from '@esocial/contracts/generated/demo-case.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Actor } from '../access/actor.ts';
import { startCase } from '../cases/start-case.ts';
import type { ManualClock } from '../clock/clock.ts';
import { legalDay, legalTimeZone } from '../clock/legal-day.ts';
import { addDays, instantOf } from '../clock/local-time.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import type { IdempotencyClaim } from '../http/route.ts';
import type { EmbeddedEngine } from '../process/embedded/embedded-engine.ts';
import { doDueWork } from '../process/embedded/process-worker.ts';
import { submitTask } from '../tasks/submit-task.ts';
import type { TaskService } from '../tasks/task-service.ts';
import type { DemoReferences } from './demo-data.ts';
import { resolveDemoData, writtenAfter } from './demo-data.ts';
import type { DemoReadModel } from './demo-read-model.ts';

export interface Stage {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly engine: EmbeddedEngine;
  readonly tasks: TaskService;
  readonly reader: DemoReadModel;
  /** The clock of all the parts above; a case moves it from its beginning to the present. */
  readonly clock: ManualClock;
  readonly references: DemoReferences;
  actor(key: string): Actor;
}

type Step = DemoCaseFile['steps'][number];

const betweenSteps = 45 * 60_000;
const maximumTimers = 1000;

/**
 * Plays a case through the services that people use, each step at its own time, up to the present; `name` is its file.
 * Each deed leaves the note of its reply, so what an earlier load has done is passed over. Gives whether the case is new.
 */
export async function playCase(stage: Stage, name: string, file: DemoCaseFile): Promise<boolean> {
  const { now } = stage.references;
  const began = instantOf(addDays(legalDay(now), -(file.daysAgo ?? 0)), '08:30', legalTimeZone);
  const data = file.data as JsonObject;
  stage.clock.set(earlier(writtenAfter(data, now) ?? began, now).toISOString());
  const actor = stage.actor(file.as);
  const idempotency = claimOf(actor, name, 'start');
  const before = await stage.reader.findReply<{ caseId: string }>(idempotency);
  const { caseId } =
    before ??
    (await startCase(stage, {
      ...{ actor, workflow: file.workflow, idempotency },
      data: resolveDemoData(data, stage.references),
    }));
  if (before) await goOn(stage, caseId);
  await workOff(stage);
  for (const [position, step] of file.steps.entries()) await playStep(stage, caseId, step, `${name} ${position}`);
  await passTime(stage, caseId, now);
  return before === undefined;
}

/** Sets the clock to when the case was left. */
async function goOn({ reader, clock }: Stage, caseId: string): Promise<void> {
  const left = await reader.lastEvent(caseId);
  if (left) moveTo(clock, left);
}

/** The key of one deed of a case's play, the same whenever it is played. */
function claimOf({ userId }: Actor, name: string, deed: string): IdempotencyClaim {
  const key = `${name} ${deed}`;
  return { userId, route: 'demo', key, bodyDigest: createHash('sha256').update(key).digest() };
}

async function playStep(stage: Stage, caseId: string, step: Step, name: string): Promise<void> {
  const { clock, references } = stage;
  const actor = stage.actor(step.as);
  const idempotency = claimOf(actor, name, 'submit');
  if (await stage.reader.findReply(idempotency)) return;
  const data = (step.data ?? {}) as JsonObject;
  const soon = clock.now().getTime() + betweenSteps;
  const at = Math.max(soon, writtenAfter(data, references.now)?.getTime() ?? 0);
  const task = await waitForTask(stage, caseId, step.task, earlier(new Date(at), references.now));
  await stage.tasks.claim(actor, task, () => undefined);
  if (step.claimOnly) return;
  await submitTask(stage, { actor, taskId: task, data: resolveDemoData(data, references), idempotency });
  await workOff(stage);
}

/** Lets time pass to the step, and on to the timers that bring its task when it is not there yet. */
async function waitForTask(stage: Stage, caseId: string, elementId: string, at: Date): Promise<string> {
  await passTime(stage, caseId, at);
  for (let tries = 0; tries < maximumTimers; tries += 1) {
    const open = await stage.reader.listOpenTasks(caseId);
    const task = open.find((candidate) => candidate.elementId === elementId);
    if (task) return task.id;
    const due = await stage.reader.nextTimer(caseId);
    if (!due || due > stage.references.now) {
      throw new Error(
        `the task ${elementId} does not come; open are ${open.map((other) => other.elementId).join(', ') || 'none'}`,
      );
    }
    await passTime(stage, caseId, due);
  }
  throw new Error(`the task ${elementId} does not come`);
}

/** Moves the clock to the instant; each timer of the case that falls due on the way acts at its own time. */
async function passTime(stage: Stage, caseId: string, until: Date): Promise<void> {
  for (let timers = 0; timers < maximumTimers; timers += 1) {
    const due = await stage.reader.nextTimer(caseId);
    if (!due || due > until) break;
    moveTo(stage.clock, due);
    await workOff(stage);
  }
  moveTo(stage.clock, until);
}

function moveTo(clock: ManualClock, instant: Date): void {
  if (instant > clock.now()) clock.set(instant.toISOString());
}

async function workOff(stage: Stage): Promise<void> {
  const onError = (error: unknown) => {
    throw error;
  };
  while ((await doDueWork({ ...stage, onError })) > 0);
}

function earlier(left: Date, right: Date): Date {
  return left < right ? left : right;
}

import type { InstanceState } from '@esocial/process-core/types.ts';
import type { StepChanges } from '@esocial/server/process/step-writes.ts';
import type { InstanceEnd, Snapshot } from '../scenario.ts';
import { localsIn } from '../simulator/observe.ts';
import { jobLine, line, tenMinutes } from '../snapshot-text.ts';
import type { EmbeddedCase } from './world.ts';

interface InstanceRow {
  readonly id: string;
  readonly process_id: string;
  readonly status: InstanceEnd['state'];
  readonly state: InstanceState;
}

interface StepRow {
  readonly instance_id: string;
  readonly version: number;
  readonly changes: StepChanges;
}

const ours = 'select id from process_instances where workflow_version_id = $1';

/** What happened since the last look, in the words of a trace. `known` holds how many steps of each instance were seen. */
export async function observeTrace({ world, versionId }: EmbeddedCase, known: Map<string, number>): Promise<string[]> {
  const rows = await world.database.query<StepRow>(
    `select instance_id, version, changes from process_steps where instance_id in (${ours}) order by at, instance_id, version`,
    [versionId],
  );
  const fresh = rows.filter(({ instance_id: id, version }) => version > (known.get(id) ?? -1));
  for (const { instance_id: id, version } of fresh) known.set(id, Math.max(version, known.get(id) ?? -1));
  return fresh.flatMap(({ changes }) => [
    ...(changes.a ?? []).map((id) => `activated ${id}`),
    ...(changes.c ?? []).map((id) => `completed ${id}`),
    ...(changes.t ?? []).map((id) => `terminated ${id}`),
    ...(changes.f ?? []).map((id) => `taken ${id}`),
  ]);
}

/** What is open after a step: the rows that workers and people see. */
export async function observeOpen(on: EmbeddedCase): Promise<Snapshot> {
  const rows = <Row extends object>(query: string) => on.world.database.query<Row>(query, [on.versionId]);
  const tasks = await rows<{ element_id: string }>(
    `select element_id from tasks where state = 'open' and instance_id in (${ours})`,
  );
  const jobs = await rows<{ elementId: string; jobType: string; retries: number }>(
    `select element_id as "elementId", job_type as "jobType", retries from process_jobs where instance_id in (${ours})`,
  );
  const timers = await rows<{ element_id: string; due_at: Date }>(
    `select element_id, due_at from process_timers where instance_id in (${ours})`,
  );
  const messages = await rows<{ element_id: string; name: string; key: string }>(
    `select element_id, message_name as name, correlation_key as key from message_subscriptions where instance_id in (${ours})`,
  );
  const signals = await rows<{ element_id: string; name: string }>(
    `select element_id, signal_name as name from signal_subscriptions where instance_id in (${ours})`,
  );
  const incidents = await rows<{ element_id: string; kind: string }>(
    `select element_id, kind from incidents where resolved_at is null and instance_id in (${ours})`,
  );
  return {
    tasks: tasks.map(({ element_id: id }) => id),
    jobs: jobs.map(jobLine),
    timers: timers.map(({ element_id: id, due_at: due }) => line(id, { due: tenMinutes(due.toISOString()) })),
    messages: messages.map(({ element_id: id, name, key }) => line(id, { name, key })),
    signals: signals.map(({ element_id: id, name }) => line(id, { name })),
    incidents: incidents.map(({ element_id: id, kind }) => `${kind} at ${id}`),
    locals: (await instancesOf(on)).flatMap(({ id, status, state }) =>
      status === 'active' ? localsIn(id, state) : [],
    ),
  };
}

/** What the platform gives to a case that an event has opened; a scenario knows nothing of it. */
const given = new Set(['caseId', 'starterId', 'reviewDays']);

export async function observeEnds(on: EmbeddedCase): Promise<InstanceEnd[]> {
  return (await instancesOf(on)).map(({ id, process_id: process, status, state }) => {
    const variables = Object.entries(state.variables[id] ?? {}).filter(([name]) => !given.has(name));
    return { process, state: status, variables: status === 'terminated' ? {} : Object.fromEntries(variables) };
  });
}

function instancesOf({ world, versionId }: EmbeddedCase): Promise<InstanceRow[]> {
  return world.database.query<InstanceRow>(
    'select id, process_id, status, state from process_instances where workflow_version_id = $1 order by started_at, id',
    [versionId],
  );
}

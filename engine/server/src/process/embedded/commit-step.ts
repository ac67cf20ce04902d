import type { Database } from '../../database/database.ts';
import { StepConflict } from '../process-engine.ts';
import type { StepWrites } from '../step-writes.ts';
import { stepStatement } from './step-statement.ts';

/** A deadlock is two steps that touch the same instances in turn: one of them tries again. */
const conflicts: Readonly<Record<string, StepConflict['what']>> = {
  ES001: 'instance',
  ES002: 'task',
  ES003: 'work',
  '40P01': 'instance',
};

/**
 * Commits a step in one round trip; within a unit of work it joins it. What only few steps bring is a second statement
 * of the same transaction. Throws StepConflict when something it was computed from has changed.
 */
export async function commitStep(database: Database, writes: StepWrites): Promise<{ caseNumber: string | null }> {
  try {
    if (!writes.rare) return await commitCommon(database, writes);
    return await database.transaction(async () => {
      const committed = await commitCommon(database, writes);
      const { now, caseId, actorId, rare } = writes;
      await database.query('select commit_rare($1)', [JSON.stringify({ now, caseId, actorId, rare })]);
      return committed;
    });
  } catch (error) {
    throw asConflict(error) ?? error;
  }
}

async function commitCommon(database: Database, writes: StepWrites): Promise<{ caseNumber: string | null }> {
  const known = knownQueues(database);
  const queues = writes.queues?.filter(({ id }) => !known.has(id)) ?? [];
  const { shape, text, values } = stepStatement({ ...writes, queues });
  if (database.inTransaction()) return toResult(await database.query<CommitRow>(text, values));
  const name = nameOf(shape);
  const rows = name
    ? await database.prepared<CommitRow>({ name, text }, values)
    : await database.query<CommitRow>(text, values);
  for (const { id } of queues) known.add(id);
  return toResult(rows);
}

interface CommitRow {
  case_number: string | null;
}

function toResult([row]: readonly CommitRow[]): { caseNumber: string | null } {
  return { caseNumber: row?.case_number ?? null };
}

const queuesOf = new WeakMap<Database, Set<string>>();

/** Queues that are in the database for certain. They are few and never go away, so most steps bring no new one. */
function knownQueues(database: Database): Set<string> {
  const known = queuesOf.get(database) ?? new Set<string>();
  queuesOf.set(database, known);
  return known;
}

const names = new Map<string, string>();

const MAX_PREPARED = 200;

/** Each shape is a prepared statement of its own, up to so many that connections do not fill with rare ones. */
function nameOf(shape: string): string | undefined {
  const known = names.get(shape);
  if (known || names.size >= MAX_PREPARED) return known;
  const name = `step-${names.size}`;
  names.set(shape, name);
  return name;
}

function asConflict(error: unknown): StepConflict | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const duplicateKey = error.code === '23505' && 'constraint' in error && error.constraint === 'idempotency_keys_pkey';
  const what = duplicateKey ? 'idempotency' : conflicts[String(error.code)];
  return what && new StepConflict(what, { cause: error });
}

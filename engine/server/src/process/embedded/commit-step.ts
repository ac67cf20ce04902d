import type { Database } from '../../database/database.ts';
import { StepConflict } from '../process-engine.ts';
import type { StepWrites } from '../step-writes.ts';

const statement = { name: 'commit-step', text: 'select commit_step($1) as result' };

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
  const values = [JSON.stringify(writes)];
  const rows = database.inTransaction()
    ? await database.query<CommitRow>(statement.text, values)
    : await database.prepared<CommitRow>(statement, values);
  return { caseNumber: rows[0]?.result.caseNumber ?? null };
}

interface CommitRow {
  result: { caseNumber: string | null };
}

function asConflict(error: unknown): StepConflict | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const duplicateKey = error.code === '23505' && 'constraint' in error && error.constraint === 'idempotency_keys_pkey';
  const what = duplicateKey ? 'idempotency' : conflicts[String(error.code)];
  return what && new StepConflict(what, { cause: error });
}

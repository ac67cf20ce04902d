import type { Database } from '../../../database/database.ts';
import type { StoredCommand, ZeebeCommand } from './zeebe-command.ts';

/** A server process that dies leaves its commands to others after this long. */
const LOCK_SECONDS = 30;
const KEEP_DAYS = 7;
export const COMMAND_CHANNEL = 'zeebe_commands';

// Commands of one instance leave one after the other; what belongs to none is free.
const claim = `
  with due as (
    select c.id from zeebe_commands c
    where c.done_at is null and c.next_attempt_at <= now() and (c.locked_until is null or c.locked_until < now())
      and (c.instance_id is null or not exists (
        select from zeebe_commands e where e.instance_id = c.instance_id and e.id < c.id and e.done_at is null))
    order by c.id limit $1 for update skip locked)
  update zeebe_commands c set locked_until = now() + make_interval(secs => ${LOCK_SECONDS}), attempts = attempts + 1
  from due where c.id = due.id
  returning c.id::float8 as id, c.instance_id as "instanceId", c.attempts, c.at, c.kind, c.payload`;

interface CommandRow {
  id: number;
  instanceId: string | null;
  attempts: number;
  at: Date;
  kind: string;
  payload: object;
}

/** Commands on their way to the broker, written in the transaction of what they are about. */
export function createCommandStore(database: Database) {
  return {
    async insert(instanceId: string | null, { kind, ...payload }: ZeebeCommand): Promise<void> {
      await database.query('insert into zeebe_commands (instance_id, kind, payload) values ($1, $2, $3)', [
        instanceId,
        kind,
        JSON.stringify(payload),
      ]);
      await database.query('select pg_notify($1, $2)', [COMMAND_CHANNEL, '']);
    },

    /** Takes commands that are due and that no other server process has. */
    async claim(limit: number): Promise<StoredCommand[]> {
      const rows = await database.query<CommandRow>(claim, [limit]);
      return rows
        .sort((a, b) => a.id - b.id)
        .map(({ kind, payload, ...row }) => ({ ...row, command: { kind, ...payload } as ZeebeCommand }));
    },

    async finish(id: number, outcome: string, error: string | null = null): Promise<void> {
      await database.query(
        `update zeebe_commands set done_at = now(), outcome = $2, error = $3, locked_until = null,
           payload = case when $2 = 'rejected' then payload end where id = $1`,
        [id, outcome, error?.slice(0, 2000) ?? null],
      );
    },

    async postpone(id: number, delayMs: number, error: string): Promise<void> {
      await database.query(
        `update zeebe_commands set locked_until = null, error = $3,
           next_attempt_at = now() + make_interval(secs => $2::float8 / 1000) where id = $1`,
        [id, delayMs, error.slice(0, 2000)],
      );
    },

    /** Sends what the broker refused last once more; false when there is nothing. */
    async requeueRejected(instanceId: string): Promise<boolean> {
      const rows = await database.query(
        `update zeebe_commands set done_at = null, outcome = null, attempts = 0, next_attempt_at = now()
         where id = (select max(id) from zeebe_commands where instance_id = $1 and outcome = 'rejected') returning id`,
        [instanceId],
      );
      return rows.length > 0;
    },

    async countWaiting(): Promise<{ waiting: number; oldestSeconds: number }> {
      const [row] = await database.query<{ waiting: number; oldestSeconds: number }>(
        `select count(*)::int as waiting, coalesce(extract(epoch from now() - min(at)), 0)::float8 as "oldestSeconds"
         from zeebe_commands where done_at is null`,
      );
      return row ?? { waiting: 0, oldestSeconds: 0 };
    },

    async forgetDone(): Promise<void> {
      await database.query(`delete from zeebe_commands where done_at < now() - make_interval(days => $1)`, [KEEP_DAYS]);
    },
  };
}

export type CommandStore = ReturnType<typeof createCommandStore>;

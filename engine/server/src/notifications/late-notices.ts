/** Work that is done later than this was held up by the system, not by people. */
const LATE_MS = 15 * 60_000;

/**
 * The batch of the notices of work that was due long ago; undefined for work in time. Notices of one batch are folded
 * into one for each person, so that making up for an outage is no flood.
 */
export function lateBatch(dueAt: Date, now: Date): string | undefined {
  return now.getTime() - dueAt.getTime() > LATE_MS ? now.toISOString().slice(0, 13) : undefined;
}

/** How an insert into notifications with a batch folds: a single notice stays as it is, from the second on they are counted. */
export const foldConflict = `
  on conflict (user_id, batch) where batch is not null do update
  set kind = 'work.digest', folded = notifications.folded + excluded.folded,
    params = jsonb_build_object('count', notifications.folded + excluded.folded),
    case_id = null, task_id = null, read_at = null, created_at = excluded.created_at`;

interface Notice {
  readonly user_id: string;
  readonly kind: string;
  readonly params: unknown;
}

/** Notices of one statement, one a person. */
export function foldNotices<Row extends Notice>(
  rows: readonly Row[],
  batch: string,
): (Row & { batch: string; folded: number })[] {
  const byUser = new Map<string, Row & { batch: string; folded: number }>();
  for (const row of rows) {
    const known = byUser.get(row.user_id);
    const folded = (known?.folded ?? 0) + 1;
    const digest = { kind: 'work.digest', params: { count: folded } };
    byUser.set(row.user_id, { ...row, ...(known ? digest : {}), batch, folded });
  }
  return [...byUser.values()];
}

import type { Database } from '../database/database.ts';
import { newId } from '../ids/new-id.ts';
import type { Release, ReleaseState, TransitionPolicy } from './release.ts';

interface ReleaseRow {
  id: string;
  number: number;
  title: string;
  state: ReleaseState;
  effective_from: string;
  created_by: string;
  created_at: Date;
  activated_at: Date | null;
  items: number;
}

export interface NewRelease {
  readonly title: string;
  readonly state: ReleaseState;
  readonly effectiveFrom: string;
  readonly createdBy: string;
  readonly at: Date;
}

const selection = `
  select r.id, r.number, r.title, r.state, r.effective_from, r.created_by, r.created_at, r.activated_at,
    (select count(*) from release_items i where i.release_id = r.id) as items
  from releases r`;

/** Rows of releases and their items. */
export function createReleaseStore(database: Database) {
  return {
    async insert(release: NewRelease): Promise<{ id: string; number: number }> {
      const activated = release.state === 'active' || release.state === 'scheduled';
      const rows = await database.query<{ id: string; number: number }>(
        `insert into releases (id, title, state, effective_from, created_by, created_at, submitted_at, activated_at)
         values ($1, $2, $3, $4, $5, $6, $6, $7) returning id, number`,
        [
          newId(),
          release.title,
          release.state,
          release.effectiveFrom,
          release.createdBy,
          release.at,
          activated ? release.at : null,
        ],
      );
      return rows[0]!;
    },

    async insertItem(releaseId: string, versionId: string, policy: TransitionPolicy): Promise<void> {
      await database.query(
        'insert into release_items (release_id, version_id, transition_policy) values ($1, $2, $3)',
        [releaseId, versionId, policy],
      );
    },

    /** The release, kept from being changed by others until the unit of work ends. */
    async lock(id: string): Promise<Release | undefined> {
      const rows = await database.query<ReleaseRow>(`${selection} where r.id = $1 for update of r`, [id]);
      return rows[0] && toRelease(rows[0]);
    },

    async approve(id: string, state: ReleaseState, approvedBy: string, at: Date): Promise<void> {
      await database.query(
        'update releases set state = $2, approved_by = $3, approved_at = $4, activated_at = $4 where id = $1',
        [id, state, approvedBy, at],
      );
    },

    /** Newest first, from below the number `before`. */
    async list(before: number | null, limit: number): Promise<Release[]> {
      const rows = await database.query<ReleaseRow>(
        `${selection} where $1::bigint is null or r.number < $1 order by r.number desc limit $2`,
        [before, limit],
      );
      return rows.map(toRelease);
    },
  };
}

function toRelease(row: ReleaseRow): Release {
  return {
    ...{ id: row.id, number: row.number, title: row.title, state: row.state, items: row.items },
    effectiveFrom: row.effective_from,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    activatedAt: row.activated_at?.toISOString() ?? null,
  };
}

import type { Json } from '@esocial/process-core/types.ts';
import type { LegalBasis } from '@esocial/contracts/generated/legal-basis.ts';
import type { Database } from '../database/database.ts';
import { newId } from '../ids/new-id.ts';
import type { DefinitionKind, DefinitionVersion, Pins, PinSet, VersionState, VersionSummary } from './definition.ts';

interface SummaryRow {
  id: string;
  kind: DefinitionKind;
  key: string;
  number: number;
  digest: string;
  effective_from: string;
  state: VersionState;
  release_id: string;
}

interface VersionRow extends SummaryRow {
  content: Json;
  legal_basis: LegalBasis[];
  created_by: string;
  created_at: Date;
  release_number: number;
}

export interface NewVersion {
  readonly kind: DefinitionKind;
  readonly key: string;
  readonly digest: string;
  readonly effectiveFrom: string;
  readonly content: unknown;
  readonly legalBasis: readonly LegalBasis[];
  readonly createdBy: string;
  readonly releaseId: string;
  readonly state: VersionState;
}

export type DefinitionStore = ReturnType<typeof createDefinitionStore>;

const summaryColumns = 'id, kind, key, number, digest, effective_from, state, release_id';

/** Rows of definitions, their versions, form validators and pin sets. */
export function createDefinitionStore(database: Database) {
  return {
    async findVersion(id: string): Promise<DefinitionVersion | undefined> {
      const rows = await database.query<VersionRow>(
        `select ${summaryColumns}, content, legal_basis, created_by, created_at,
           (select r.number from releases r where r.id = release_id) as release_number
         from definition_versions where id = $1`,
        [id],
      );
      return rows[0] && toVersion(rows[0]);
    },

    async listVersions(kind: DefinitionKind, key: string): Promise<VersionSummary[]> {
      const rows = await database.query<SummaryRow>(
        `select ${summaryColumns} from definition_versions where kind = $1 and key = $2 order by number desc`,
        [kind, key],
      );
      return rows.map(toSummary);
    },

    /** Every active version, newest first within its key. */
    async listActive(): Promise<VersionSummary[]> {
      const rows = await database.query<SummaryRow>(
        `select ${summaryColumns} from definition_versions where state = 'active'
         order by kind, key, effective_from desc, number desc`,
      );
      return rows.map(toSummary);
    },

    /** The newest version of each key that is active or on its way there: what a new one is compared with. */
    async listNewest(): Promise<VersionSummary[]> {
      const rows = await database.query<SummaryRow>(
        `select distinct on (kind, key) ${summaryColumns} from definition_versions
         where state <> 'withdrawn' order by kind, key, number desc`,
      );
      return rows.map(toSummary);
    },

    async insertVersion(version: NewVersion): Promise<{ id: string; number: number }> {
      const id = newId();
      await database.query(
        'insert into definitions (id, kind, key) values ($1, $2, $3) on conflict (kind, key) do nothing',
        [newId(), version.kind, version.key],
      );
      const rows = await database.query<{ number: number }>(
        `insert into definition_versions
           (id, definition_id, kind, key, number, digest, effective_from, content, legal_basis, created_by, release_id, state)
         select $1, d.id, d.kind, d.key,
                1 + coalesce((select max(v.number) from definition_versions v where v.definition_id = d.id), 0),
                $4, $5, $6, $7, $8, $9, $10
         from definitions d where d.kind = $2 and d.key = $3 returning number`,
        [
          id,
          version.kind,
          version.key,
          version.digest,
          version.effectiveFrom,
          version.content,
          JSON.stringify(version.legalBasis),
          version.createdBy,
          version.releaseId,
          version.state,
        ],
      );
      return { id, number: rows[0]!.number };
    },

    async activateRelease(releaseId: string): Promise<void> {
      const sql = `update definition_versions set state = 'active' where release_id = $1 and state = 'submitted'`;
      await database.query(sql, [releaseId]);
    },

    async insertValidator(versionId: string, source: string): Promise<void> {
      await database.query('insert into form_validators (version_id, source) values ($1, $2)', [versionId, source]);
    },

    async findValidator(versionId: string): Promise<string | undefined> {
      const sql = 'select source from form_validators where version_id = $1';
      return (await database.query<{ source: string }>(sql, [versionId]))[0]?.source;
    },

    /** Cases with the same pins share one row. */
    async upsertPinSet(digest: string, pins: Pins): Promise<PinSet> {
      const known = await findPinSetBy(database, 'digest', digest);
      if (known) return known;
      await database.query(
        'insert into pin_sets (id, digest, pins) values ($1, $2, $3) on conflict (digest) do nothing',
        [newId(), digest, pins],
      );
      return (await findPinSetBy(database, 'digest', digest))!;
    },

    findPinSet: (id: string) => findPinSetBy(database, 'id', id),

    /** Tells every server process, once the transaction is committed, that the active versions have changed. */
    async notifyChanged(): Promise<void> {
      await database.query("select pg_notify('definitions_changed', '')");
    },
  };
}

async function findPinSetBy(database: Database, column: 'id' | 'digest', value: string): Promise<PinSet | undefined> {
  const rows = await database.query<{ id: string; pins: Pins }>(`select id, pins from pin_sets where ${column} = $1`, [
    value,
  ]);
  return rows[0] && { pinSetId: rows[0].id, pins: rows[0].pins };
}

function toSummary(row: SummaryRow): VersionSummary {
  return {
    id: row.id,
    kind: row.kind,
    key: row.key,
    number: row.number,
    digest: row.digest,
    effectiveFrom: row.effective_from,
    state: row.state,
    releaseId: row.release_id,
  };
}

function toVersion(row: VersionRow): DefinitionVersion {
  return {
    ...toSummary(row),
    content: row.content,
    legalBasis: row.legal_basis,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    releaseNumber: row.release_number,
  };
}

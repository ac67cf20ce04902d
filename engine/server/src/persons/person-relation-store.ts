import type { Database } from '../database/database.ts';
import { newId } from '../ids/new-id.ts';

export interface PersonRelation {
  readonly id: string;
  /** Who the relation is told about. */
  readonly relatedId: string;
  /** Code of the classifier of relations: what the other person is to this one. */
  readonly relation: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

interface RelationRow {
  id: string;
  related_id: string;
  relation: string;
  valid_from: string | null;
  valid_to: string | null;
}

export interface NewRelation {
  readonly personId: string;
  readonly relatedId: string;
  readonly relation: string;
  readonly validFrom: string | null;
  readonly createdBy: string;
}

/** Rows of family and other relations between persons. */
export function createPersonRelationStore(database: Database) {
  return {
    async list(personId: string): Promise<PersonRelation[]> {
      const rows = await database.query<RelationRow>(
        `select id, related_id, relation, valid_from, valid_to from person_relations where person_id = $1 order by created_at, id`,
        [personId],
      );
      return rows.map((row) => ({
        ...{ id: row.id, relation: row.relation, relatedId: row.related_id },
        ...{ validFrom: row.valid_from, validTo: row.valid_to },
      }));
    },

    /** The id of the relation, also when it was known already. */
    async upsert(relation: NewRelation): Promise<string> {
      const rows = await database.query<{ id: string }>(
        `insert into person_relations (id, person_id, related_id, relation, valid_from, created_by)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (person_id, related_id, relation) do update set valid_from = coalesce(excluded.valid_from, person_relations.valid_from)
         returning id`,
        [newId(), relation.personId, relation.relatedId, relation.relation, relation.validFrom, relation.createdBy],
      );
      return rows[0]!.id;
    },

    /** Who the relation was to; undefined when the person has no such one. */
    async remove(personId: string, id: string): Promise<string | undefined> {
      const rows = await database.query<{ related_id: string }>(
        'delete from person_relations where id = $1 and person_id = $2 returning related_id',
        [id, personId],
      );
      return rows[0]?.related_id;
    },
  };
}

export type PersonRelationStore = ReturnType<typeof createPersonRelationStore>;

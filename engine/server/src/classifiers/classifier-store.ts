import type { Json } from '@esocial/process-core/types.ts';
import type { Database } from '../database/database.ts';
import { foldText } from '../text/fold-text.ts';
import type { ItemWithAttributes } from './classifier.ts';

interface ItemRow {
  code: string;
  parent: string | null;
  valid_from: string | null;
  valid_to: string | null;
  ro: string;
  ru: string | null;
  en: string | null;
  attributes: Record<string, Json>;
}

export interface ItemQuery {
  readonly versionId: string;
  /** Folded text that a name or the code holds. */
  readonly text: string | undefined;
  /** Only direct children of this code; null for the roots; undefined for all. */
  readonly parent: string | null | undefined;
  readonly at: string;
  readonly limit: number;
  readonly offset: number;
}

export type ClassifierStore = ReturnType<typeof createClassifierStore>;

const columns = 'code, parent, valid_from, valid_to, ro, ru, en, attributes';

/** Rows of classifier items. */
export function createClassifierStore(database: Database) {
  return {
    async list(versionId: string): Promise<ItemWithAttributes[]> {
      const sql = `select ${columns} from classifier_items where version_id = $1 order by position`;
      return (await database.query<ItemRow>(sql, [versionId])).map(toItem);
    },

    async search(query: ItemQuery): Promise<ItemWithAttributes[]> {
      const rows = await database.query<ItemRow>(
        `select ${columns} from classifier_items
         where version_id = $1
           and ($2::text is null or search like '%' || $2 || '%')
           and ($3::boolean is false or parent is not distinct from $4)
           and (valid_from is null or valid_from <= $5) and (valid_to is null or valid_to >= $5)
         order by case when $2 is null then 0 when search like $2 || '%' then 0 when search like '% ' || $2 || '%' then 1 else 2 end,
           position
         limit $6 offset $7`,
        [
          query.versionId,
          query.text === undefined ? null : likePattern(query.text),
          query.parent !== undefined,
          query.parent ?? null,
          query.at,
          query.limit,
          query.offset,
        ],
      );
      return rows.map(toItem);
    },

    async insert(versionId: string, items: readonly ItemWithAttributes[]): Promise<void> {
      await database.query(
        `insert into classifier_items
           (version_id, code, parent, valid_from, valid_to, ro, ru, en, attributes, position, search)
         select $1, i.code, i.parent, i.valid_from, i.valid_to, i.ro, i.ru, i.en, i.attributes, i.position, i.search
         from jsonb_to_recordset($2::jsonb) as i(code text, parent text, valid_from date, valid_to date, ro text, ru text,
           en text, attributes jsonb, position integer, search text)`,
        [versionId, JSON.stringify(items.map(toRecord))],
      );
    },
  };
}

function toRecord(item: ItemWithAttributes, position: number) {
  const { code, parent, validFrom, validTo, ro, ru, en, attributes } = item;
  return {
    ...{ code, parent, valid_from: validFrom, valid_to: validTo, ro, ru, en, attributes, position },
    search: [ro, ru ?? '', en ?? '', code]
      .map(foldText)
      .filter((text) => text !== '')
      .join(' | '),
  };
}

function likePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function toItem(row: ItemRow): ItemWithAttributes {
  return {
    code: row.code,
    parent: row.parent,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    ro: row.ro,
    ru: row.ru,
    en: row.en,
    attributes: row.attributes,
  };
}

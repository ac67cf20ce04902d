import type { Database } from '../database/database.ts';
import { newId } from '../ids/new-id.ts';
import { deletionsOf, nameKeys } from './fold-name.ts';
import type { FactSource, Person, PersonFacts, Sex } from './person.ts';
import { phoneKey } from './search-criteria.ts';

interface PersonRow {
  id: string;
  version: number;
  last_name: string;
  first_name: string;
  patronymic: string | null;
  birth_date: string | null;
  sex: Sex | null;
  idnp: string | null;
  provisional_id: string | null;
  territory_id: string | null;
  territory: string | null;
  locality: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  sources: Record<string, FactSource>;
  created_by: string;
  institution_id: string | null;
}

export interface NewPerson extends PersonFacts {
  readonly provisionalId: string | null;
  readonly sources: Readonly<Record<string, FactSource>>;
  readonly createdBy: string;
  readonly institutionId: string | null;
}

const selection = `
  select p.id, p.version, p.last_name, p.first_name, p.patronymic, p.birth_date, p.sex, p.idnp, p.provisional_id,
    p.territory_id, t.code as territory, t.name as locality, p.address, p.phone, p.email, p.sources, p.created_by,
    p.institution_id
  from persons p left join territories t on t.id = p.territory_id`;

export type PersonStore = ReturnType<typeof createPersonStore>;

/** Rows of persons with the keys by which they are found. */
export function createPersonStore(database: Database) {
  return {
    async list(ids: readonly string[]): Promise<Person[]> {
      if (ids.length === 0) return [];
      return (await database.query<PersonRow>(`${selection} where p.id = any($1)`, [ids])).map(toPerson);
    },

    async find(id: string): Promise<Person | undefined> {
      const rows = await database.query<PersonRow>(`${selection} where p.id = $1`, [id]);
      return rows[0] && toPerson(rows[0]);
    },

    async findByIdnp(idnp: string): Promise<Person | undefined> {
      const rows = await database.query<PersonRow>(`${selection} where p.idnp = $1`, [idnp]);
      return rows[0] && toPerson(rows[0]);
    },

    async findTerritoryId(code: string): Promise<string | undefined> {
      const rows = await database.query<{ id: string }>('select id from territories where code = $1', [code]);
      return rows[0]?.id;
    },

    async nextProvisionalNumber(): Promise<number> {
      const rows = await database.query<{ number: number }>(
        `select nextval('provisional_person_numbers') % 1000000 as number`,
      );
      return rows[0]!.number;
    },

    /** Throws PostgreSQL's unique violation when the IDNP is taken. */
    async insert(person: NewPerson): Promise<string> {
      const id = newId();
      await database.query(
        `insert into persons (id, idnp, provisional_id, last_name, first_name, patronymic, birth_date, sex, territory_id,
           address, phone, email, phone_key, sources, created_by, institution_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, (select id from territories where code = $9), $10, $11, $12, $13, $14, $15, $16)`,
        [
          ...[id, person.idnp, person.provisionalId, ...factValues(person)],
          ...[person.sources, person.createdBy, person.institutionId],
        ],
      );
      await writeKeys(database, id, person);
      return id;
    },

    /** Writes the facts over the version that was read; false when somebody else was faster. */
    async update(id: string, version: number, person: PersonFacts, sources: Person['sources']): Promise<boolean> {
      const rows = await database.query(
        `update persons set idnp = $3, last_name = $4, first_name = $5, patronymic = $6, birth_date = $7, sex = $8,
           territory_id = (select t.id from territories t where t.code = $9), address = $10, phone = $11, email = $12,
           phone_key = $13, sources = $14, version = version + 1, updated_at = now()
         where id = $1 and version = $2 returning id`,
        [id, version, person.idnp, ...factValues(person), sources],
      );
      if (rows.length === 0) return false;
      await database.query('delete from person_names where person_id = $1', [id]);
      await writeKeys(database, id, person);
      return true;
    },
  };
}

function factValues(person: PersonFacts): (string | null)[] {
  const { lastName, firstName, patronymic, birthDate, sex, territory, address, phone, email } = person;
  return [lastName, firstName, patronymic, birthDate, sex, territory, address, phone, email, phoneKey(phone ?? '')];
}

/** A row for each pair of a surname's and a given name's key, and the names that nobody had before. */
async function writeKeys(
  database: Database,
  id: string,
  { lastName, firstName, birthDate }: PersonFacts,
): Promise<void> {
  const surnames = nameKeys(lastName);
  const given = nameKeys(firstName);
  await database.query(
    `insert into person_names (surname, given, birth_year, person_id)
     select s, g, $3, $4 from unnest($1::text[]) s cross join unnest($2::text[]) g on conflict do nothing`,
    [surnames, given, Number(birthDate?.slice(0, 4) ?? 0), id],
  );
  // Sorted, so that two who add the same names do not wait for each other in a circle.
  const added = await database.query<{ token: string }>(
    'insert into name_tokens (token) select unnest($1::text[]) on conflict do nothing returning token',
    [[...new Set([...surnames, ...given])].sort()],
  );
  const deletions = added.flatMap(({ token }) => deletionsOf(token).map((deletion) => ({ deletion, token })));
  if (deletions.length === 0) return;
  await database.query(
    `insert into name_deletions (deletion, token)
     select d.deletion, d.token from jsonb_to_recordset($1::jsonb) as d(deletion text, token text) on conflict do nothing`,
    [JSON.stringify(deletions)],
  );
}

function toPerson(row: PersonRow): Person {
  return {
    ...{ id: row.id, version: row.version, patronymic: row.patronymic, sex: row.sex, idnp: row.idnp },
    ...{ territory: row.territory, locality: row.locality, address: row.address, phone: row.phone, email: row.email },
    lastName: row.last_name,
    firstName: row.first_name,
    birthDate: row.birth_date,
    provisionalId: row.provisional_id,
    territoryId: row.territory_id,
    sources: row.sources,
    createdBy: row.created_by,
    institutionId: row.institution_id,
  };
}

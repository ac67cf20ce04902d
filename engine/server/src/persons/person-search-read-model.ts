import type { Database } from '../database/database.ts';
import { deletionsOf, isOneTypoApart } from './fold-name.ts';
import type { SearchCriteria } from './search-criteria.ts';

/** Persons looked at for one search; ranking takes the best of them. */
const maximumPersons = 200;
const prefixNames = 40;
const perName = 60;

export type PersonSearchReadModel = ReturnType<typeof createPersonSearchReadModel>;

/**
 * Finds the ids of persons that may fit, by b-tree probes only: typed words are turned into the names that exist
 * (themselves, longer, one typo apart), and pairs of those are looked up. Costs the same for a thousand persons and
 * for three million.
 */
export function createPersonSearchReadModel(database: Database) {
  return {
    async find(criteria: SearchCriteria): Promise<string[]> {
      const ids = new Set<string>();
      for (const id of await findByNumber(database, criteria)) ids.add(id);
      for (const id of await findByName(database, criteria)) ids.add(id);
      return [...ids];
    },
  };
}

async function findByNumber(
  database: Database,
  { identifier, phone, words, birthDate }: SearchCriteria,
): Promise<string[]> {
  const onlyBirthDate = words.length === 0 ? birthDate : null;
  if (identifier === null && phone === null && onlyBirthDate === null) return [];
  const rows = await database.query<{ id: string }>(
    `(select id from persons where idnp >= $1 and idnp < $1 || ':' order by idnp limit $4)
     union (select id from persons where provisional_id >= $1 and provisional_id < $1 || ':' order by provisional_id limit $4)
     union (select id from persons where phone_key = $2 limit $4)
     union (select id from persons where birth_date = $3 limit $4)`,
    [identifier, phone, onlyBirthDate, perName],
  );
  return rows.map(({ id }) => id);
}

async function findByName(database: Database, { words, birthDate, birthYear }: SearchCriteria): Promise<string[]> {
  const [first, second] = await expand(database, words.slice(0, 2));
  if (!first || first.length === 0) return [];
  const year = birthYear ?? (birthDate === null ? null : Number(birthDate.slice(0, 4)));
  const rows = second
    ? await database.query<{ person_id: string }>(pairSql, [first, second, year, maximumPersons])
    : await database.query<{ person_id: string }>(singleSql, [first, year, perName, maximumPersons]);
  return rows.map(({ person_id: id }) => id);
}

/** People type surname and given name in either order. A person without a birth date fits every year. */
const pairSql = `
  with pair as (
    select f.name as a, s.name as b, f.place + s.place as place
    from unnest($1::text[]) with ordinality as f(name, place), unnest($2::text[]) with ordinality as s(name, place)
  )
  select found.person_id from pair cross join lateral (
    (select n.person_id from person_names n
     where n.surname = pair.a and n.given = pair.b and ($3::int is null or n.birth_year in ($3, 0)) limit $4)
    union all
    (select n.person_id from person_names n
     where n.surname = pair.b and n.given = pair.a and ($3::int is null or n.birth_year in ($3, 0)) limit $4)
  ) found order by pair.place limit $4`;

const singleSql = `
  select found.person_id from unnest($1::text[]) with ordinality as f(name, place) cross join lateral (
    (select n.person_id from person_names n
     where n.surname = f.name and ($2::int is null or n.birth_year in ($2, 0)) order by n.given limit $3)
    union all
    (select n.person_id from person_names n
     where n.given = f.name and ($2::int is null or n.birth_year in ($2, 0)) order by n.birth_year, n.surname limit $3)
  ) found order by f.place limit $4`;

/** The names that exist for each typed word, the likeliest first. */
async function expand(database: Database, words: readonly string[]): Promise<string[][]> {
  const rows = await database.query<{ place: number; token: string }>(expandSql, [
    words,
    JSON.stringify(words.flatMap((word, place) => typoForms(word).map((deletion) => ({ place: place + 1, deletion })))),
    prefixNames,
  ]);
  const found = words.map((word, index) =>
    namesFor(
      word,
      rows.filter(({ place }) => place === index + 1),
    ),
  );
  return Promise.all(
    found.map(async (names, index) => (names.length > 0 ? names : findParts(database, words[index] ?? ''))),
  );
}

const expandSql = `
  select w.place, p.token from unnest($1::text[]) with ordinality as w(word, place) cross join lateral (
    select t.token from name_tokens t where t.token >= w.word and t.token < w.word || U&'\\FFFF' order by t.token limit $3
  ) p
  union
  select f.place, d.token from jsonb_to_recordset($2::jsonb) as f(place bigint, deletion text)
  join name_deletions d on d.deletion = f.deletion`;

/** Two letters have too many neighbours to be a misspelt name. */
function typoForms(word: string): string[] {
  return word.length >= 3 ? deletionsOf(word) : [];
}

function namesFor(word: string, rows: readonly { token: string }[]): string[] {
  const names = [...new Set(rows.map(({ token }) => token))].filter(
    (token) => token.startsWith(word) || isOneTypoApart(word, token),
  );
  const rank = (name: string) => (name === word ? 0 : isOneTypoApart(word, name) ? 1 : 2);
  return names.sort((left, right) => rank(left) - rank(right) || left.length - right.length);
}

/** A part from inside a name, when nothing begins like it or resembles it. */
async function findParts(database: Database, word: string): Promise<string[]> {
  if (word.length < 3) return [];
  const rows = await database.query<{ token: string }>(
    `select token from name_tokens where token like '%' || $1 || '%' order by length(token), token limit $2`,
    [word, prefixNames],
  );
  return rows.map(({ token }) => token);
}

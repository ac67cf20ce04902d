import type { Actor } from '../access/actor.ts';
import type { Database } from '../database/database.ts';

/** Where a case belongs: who works on it, and the territory it is about. */
export interface CasePlace {
  readonly institutionId: string;
  readonly teamId: string | null;
  readonly territoryId: string | null;
  /** Four digits of the first-level unit, for the case's number. */
  readonly placeCode: string;
}

interface PlaceRow {
  territory_id: string | null;
  code: string | null;
  institution_id: string | null;
  team_id: string | null;
}

// The territory of the case is the one named, else that of the starter's office. The case stays with the starter's
// office when that serves the territory or nobody of its kind does; else it goes to the office of the same kind that
// serves the nearest unit above, to its first team.
const find = {
  name: 'find-case-place',
  text: `
    with home as (select id, kind, territory_id from institutions where id = $1),
    place as (
      select t.id, t.code, array[t.id] || array_reverse(t.ancestor_ids) as units
      from territories t
      where t.code = $2 or ($2::text is null and t.id = (select territory_id from home)))
    select place.id as territory_id, place.code, office.id as institution_id,
      (select x.id from teams x where x.institution_id = office.id order by x.key limit 1) as team_id
    from place left join lateral (
      select i.id from institutions i, home
      where i.kind = home.kind and i.territory_id = any(place.units)
        and not (home.territory_id is null or home.territory_id = any(place.units))
      order by array_position(place.units, i.territory_id), i.key limit 1) office on true`,
};

/** Finds where a case that begins at an office belongs; `territoryCode` is a CUATM code from the start form. */
export async function findCasePlace(
  database: Database,
  home: Pick<Actor, 'institutionId' | 'teamId'>,
  territoryCode: string | null,
): Promise<CasePlace> {
  const row = (await database.prepared<PlaceRow>(find, [home.institutionId, territoryCode]))[0];
  const elsewhere = row?.institution_id && row.institution_id !== home.institutionId ? row.institution_id : null;
  return {
    institutionId: elsewhere ?? home.institutionId,
    teamId: elsewhere ? (row?.team_id ?? null) : home.teamId,
    territoryId: row?.territory_id ?? null,
    // A unit's statistical code begins with the two digits of its first-level unit.
    placeCode: row?.code ? `${row.code.slice(0, 2)}00` : '0000',
  };
}

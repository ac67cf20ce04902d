import type { Scope } from '../access/decide.ts';
import type { Database } from '../database/database.ts';

/** A colleague as lists show them; nothing of them that is not about their work. */
export interface Colleague {
  readonly id: string;
  readonly displayName: string;
  readonly position: string;
  readonly institution: { readonly id: string; readonly name: string };
  readonly team: { readonly id: string; readonly name: string } | null;
}

export interface ColleagueFilter {
  readonly institution?: string;
  readonly q?: string;
  readonly limit: number;
}

const list = `
  select u.id, u.last_name || ' ' || u.first_name as "displayName", u.position,
    jsonb_build_object('id', i.id, 'name', i.name) as institution,
    case when t.id is not null then jsonb_build_object('id', t.id, 'name', t.name) end as team
  from users u join institutions i on i.id = u.institution_id left join teams t on t.id = u.team_id
  where u.active
    and ($1::uuid is null or u.institution_id = $1)
    and ($2::text is null or u.search like '%' || search_fold($2) || '%')
    and ($3::uuid[] is null or u.institution_id = any ($3) or i.territory_id = any ($4))
  order by u.last_name, u.first_name, u.id
  limit $5`;

export function createUserReadModel(database: Database) {
  return {
    /** Active colleagues that the scope reaches, by name. */
    async listColleagues(scope: Scope, { institution, q, limit }: ColleagueFilter): Promise<Colleague[]> {
      const everywhere = scope.relation === 'all' || (scope.relation === 'territory' && scope.territoryIds === 'all');
      const territories = scope.relation === 'territory' && scope.territoryIds !== 'all' ? scope.territoryIds : [];
      return database.query<Colleague>(list, [
        institution ?? null,
        q ? q.replaceAll(/[%_\\]/g, '\\$&') : null,
        everywhere ? null : [scope.institutionId],
        territories,
        limit,
      ]);
    },
  };
}

export type UserReadModel = ReturnType<typeof createUserReadModel>;

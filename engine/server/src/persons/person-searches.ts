import type { Actor } from '../access/actor.ts';
import { requireAccess } from '../access/decide.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { isId } from '../ids/new-id.ts';
import type { FoundPerson, PersonFinder } from './person-finder.ts';
import { createPersonSearchStore } from './person-search-store.ts';
import type { StoredSearch } from './person-search-store.ts';
import type { SearchRequest } from './search-criteria.ts';

export interface SearchResult {
  readonly search: StoredSearch;
  readonly found: readonly FoundPerson[];
}

export interface PersonSearchDependencies {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly finder: PersonFinder;
}

const searchLivesMs = 24 * 60 * 60 * 1000;

/** Searches that can be come back to; what they showed is recorded. */
export function createPersonSearches({ database, audit, clock, finder }: PersonSearchDependencies) {
  const searches = createPersonSearchStore(database);

  async function recordSearch(
    actor: Actor,
    search: StoredSearch,
    found: readonly FoundPerson[],
  ): Promise<SearchResult> {
    await audit.record(actor, {
      verb: 'person.searched',
      objectType: 'person-search',
      objectId: search.id,
      subjectIds: found.map(({ person }) => person.id),
      fields: Object.keys(search.criteria),
    });
    return { search, found };
  }

  return {
    /** Finds persons and stores the search, so that its id restores it. */
    async search(actor: Actor, request: SearchRequest): Promise<SearchResult> {
      requireAccess(actor, 'person.search', {});
      const now = clock.now();
      return database.transaction(async () => {
        const search = await searches.insert(actor.userId, request, now, new Date(now.getTime() + searchLivesMs));
        return recordSearch(actor, search, await finder.findRanked(request));
      });
    },

    /** Repeats a search of the actor's own. */
    async restoreSearch(actor: Actor, id: string): Promise<SearchResult> {
      requireAccess(actor, 'person.search', {});
      const search = isId(id) ? await searches.find(id, actor.userId, clock.now()) : undefined;
      if (!search) throw new NotFoundError('search', id);
      return database.transaction(async () => recordSearch(actor, search, await finder.findRanked(search.criteria)));
    },
  };
}

import type { PersonReference } from '@esocial/contracts/generated/person-reference.ts';
import { provisionalId } from '@esocial/form-core/identifiers.ts';
import type { Actor } from '../access/actor.ts';
import { decide, requireAccess, scopeOf } from '../access/decide.ts';
import type { AccessObject } from '../access/decide.ts';
import type { FieldClass } from '../access/actor.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import { legalDay } from '../clock/legal-day.ts';
import type { Database } from '../database/database.ts';
import { outsideUnitOfWork } from '../database/unit-of-work.ts';
import { ConflictError, NotFoundError, PreconditionFailedError, ValidationError } from '../errors/app-error.ts';
import { isId } from '../ids/new-id.ts';
import { findPersonErrors } from './check-person.ts';
import { createPersonCasesReadModel } from './person-cases-read-model.ts';
import type { PersonCase } from './person-cases-read-model.ts';
import { createPersonRelationStore } from './person-relation-store.ts';
import { createPersonSearchReadModel } from './person-search-read-model.ts';
import { createPersonSearchStore } from './person-search-store.ts';
import type { StoredSearch } from './person-search-store.ts';
import { createPersonStore } from './person-store.ts';
import { displayName, referenceTo } from './person.ts';
import type { FactSource, Person, PersonFacts } from './person.ts';
import { toSearchItem } from './person-views.ts';
import { rankPersons } from './rank-persons.ts';
import type { RankedPerson } from './rank-persons.ts';
import { isEmpty, readCriteria } from './search-criteria.ts';
import type { SearchRequest } from './search-criteria.ts';

export interface PersonDependencies {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
}

export interface FoundPerson extends RankedPerson {
  readonly openCases: number;
}

export interface SearchResult {
  readonly search: StoredSearch;
  readonly found: readonly FoundPerson[];
}

export interface RelatedPerson {
  readonly id: string;
  readonly relation: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly person: Person;
}

export interface PersonFile {
  readonly person: Person;
  readonly classes: readonly FieldClass[];
  readonly relations: readonly RelatedPerson[];
  readonly cases: readonly PersonCase[];
  readonly mayUpdate: boolean;
}

export interface CreateOptions {
  /** Similar persons were shown and the one at hand is somebody else. */
  readonly confirmedDifferent?: boolean;
  readonly source?: FactSource['kind'];
}

type DoubleReason = 'idnp' | 'nameAndBirthDate';

export type PersonService = ReturnType<typeof createPersonService>;

const searchLivesMs = 24 * 60 * 60 * 1000;
const factNames = [
  ...(['lastName', 'firstName', 'patronymic', 'birthDate', 'sex'] as const),
  ...(['idnp', 'territory', 'address', 'phone', 'email'] as const),
];

/** Persons: found before they are created, each fact with its source, every look recorded. */
export function createPersonService({ database, audit, clock }: PersonDependencies) {
  const persons = createPersonStore(database);
  const relations = createPersonRelationStore(database);
  const searches = createPersonSearchStore(database);
  const searching = createPersonSearchReadModel(database);
  const cases = createPersonCasesReadModel(database);

  async function findRanked(request: SearchRequest): Promise<FoundPerson[]> {
    const criteria = readCriteria(request, legalDay(clock.now()));
    if (isEmpty(criteria)) return [];
    const ranked = rankPersons(await persons.list(await searching.find(criteria)), criteria);
    const open = await cases.countOpen(ranked.map(({ person }) => person.id));
    return ranked.map((entry) => ({ ...entry, openCases: open.get(entry.person.id) ?? 0 }));
  }

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

  async function get(id: string): Promise<Person> {
    const person = isId(id) ? await persons.find(id) : undefined;
    if (!person) throw new NotFoundError('person', id);
    return person;
  }

  async function check(person: PersonFacts): Promise<void> {
    const known = person.territory === null || (await persons.findTerritoryId(person.territory)) !== undefined;
    const errors = findPersonErrors(person, legalDay(clock.now()), known);
    if (errors.length > 0) throw new ValidationError(errors);
  }

  /** A person with the same IDNP is the same; one with the same name and birth date probably is. */
  async function findDoubles(
    facts: PersonFacts,
  ): Promise<{ reason: DoubleReason; found: readonly FoundPerson[] } | undefined> {
    if (facts.idnp !== null) {
      const found = await findRanked({ text: facts.idnp });
      if (found.length > 0) return { reason: 'idnp', found: found.slice(0, 1) };
    }
    if (facts.birthDate === null) return undefined;
    const found = await findRanked({ text: `${facts.lastName} ${facts.firstName}`, birthDate: facts.birthDate });
    const similar = found.filter(
      ({ samePerson, person }) => samePerson && (facts.idnp === null || person.idnp === null),
    );
    return similar.length > 0 ? { reason: 'nameAndBirthDate', found: similar.slice(0, 5) } : undefined;
  }

  async function refuseDoubles(actor: Actor, facts: PersonFacts, confirmedDifferent: boolean): Promise<void> {
    const doubles = await findDoubles(facts);
    if (!doubles || (confirmedDifferent && doubles.reason !== 'idnp')) return;
    await refuse(actor, doubles.reason, doubles.found);
  }

  /** Says who has the IDNP that a person is to get. */
  async function refuseIdnpOfAnother(actor: Actor, id: string, facts: PersonFacts): Promise<void> {
    if (facts.idnp === null) return;
    const found = (await findRanked({ text: facts.idnp })).filter(({ person }) => person.id !== id);
    if (found.length > 0) await refuse(actor, 'idnp', found.slice(0, 1));
  }

  /** The candidates are shown to whoever typed the facts, which is a read of theirs even as the rest fails. */
  async function refuse(actor: Actor, reason: DoubleReason, found: readonly FoundPerson[]): Promise<never> {
    const subjectIds = found.map(({ person }) => person.id);
    await outsideUnitOfWork(() =>
      audit.record(actor, { verb: 'person.searched', objectType: 'person', subjectIds, fields: [reason] }),
    );
    throw personExists(reason, found, legalDay(clock.now()));
  }

  async function nextProvisionalId(): Promise<string> {
    const year = Number(legalDay(clock.now()).slice(0, 4));
    return provisionalId('person', year, await persons.nextProvisionalNumber());
  }

  function sourcesOf(
    facts: PersonFacts,
    names: readonly (keyof PersonFacts)[],
    actor: Actor,
    kind: FactSource['kind'],
  ) {
    const source: FactSource = { kind, at: clock.now().toISOString(), by: actor.displayName };
    return Object.fromEntries(names.filter((name) => facts[name] !== null).map((name) => [name, source]));
  }

  return {
    /** Finds persons and stores the search, so that its id restores it. */
    async search(actor: Actor, request: SearchRequest): Promise<SearchResult> {
      requireAccess(actor, 'person.search', {});
      const now = clock.now();
      return database.transaction(async () => {
        const search = await searches.insert(actor.userId, request, now, new Date(now.getTime() + searchLivesMs));
        return recordSearch(actor, search, await findRanked(request));
      });
    },

    /** Repeats a search of the actor's own. */
    async restoreSearch(actor: Actor, id: string): Promise<SearchResult> {
      requireAccess(actor, 'person.search', {});
      const search = isId(id) ? await searches.find(id, actor.userId, clock.now()) : undefined;
      if (!search) throw new NotFoundError('search', id);
      return database.transaction(async () => recordSearch(actor, search, await findRanked(search.criteria)));
    },

    /** Everything for the person's page; a read that is recorded with everybody it shows. */
    async open(actor: Actor, id: string): Promise<PersonFile> {
      const person = await get(id);
      const { classes } = requireAccess(actor, 'person.read', accessObject(person));
      const known = await relations.list(id);
      const related = new Map(
        (await persons.list(known.map(({ relatedId }) => relatedId))).map((other) => [other.id, other]),
      );
      const family = known.flatMap((relation) => {
        const other = related.get(relation.relatedId);
        return other ? [{ ...relation, person: other }] : [];
      });
      await audit.record(actor, {
        verb: 'person.read',
        objectType: 'person',
        objectId: id,
        subjectIds: [id, ...related.keys()],
        fields: classes,
      });
      return {
        ...{ person, classes, relations: family, cases: await cases.list(id, scopeOf(actor, 'case.read')) },
        mayUpdate: decide(actor, 'person.update', accessObject(person)).allowed,
      };
    },

    /** The person without access check or record, for services that have done both. */
    get,

    /** Names and birth dates by id, for lists whose own access was decided. */
    async namesOf(
      ids: readonly string[],
    ): Promise<ReadonlyMap<string, { displayName: string; birthDate: string | null }>> {
      const found = await persons.list([...new Set(ids)].filter(isId));
      return new Map(
        found.map((person) => [person.id, { displayName: displayName(person), birthDate: person.birthDate }]),
      );
    },

    /** Creates a person who was searched for first. Throws ValidationError, or ConflictError `person_exists`. */
    async create(actor: Actor, facts: PersonFacts, options: CreateOptions = {}): Promise<Person> {
      requireAccess(actor, 'person.create', {});
      await check(facts);
      return database.transaction(async () => {
        await refuseDoubles(actor, facts, options.confirmedDifferent ?? false);
        const id = await refuseTakenIdnp(
          persons.insert({
            ...facts,
            provisionalId: facts.idnp === null ? await nextProvisionalId() : null,
            sources: sourcesOf(facts, factNames, actor, options.source ?? 'manual'),
            createdBy: actor.userId,
          }),
        );
        const fields = factNames.filter((name) => facts[name] !== null);
        await audit.record(actor, {
          verb: 'person.created',
          objectType: 'person',
          objectId: id,
          subjectIds: [id],
          fields,
        });
        return get(id);
      });
    },

    /** Changes facts of the version that the actor has seen. An IDNP that arrives late leaves the provisional one as alias. */
    async update(actor: Actor, id: string, version: number, changes: Partial<PersonFacts>): Promise<Person> {
      const person = await get(id);
      requireAccess(actor, 'person.update', accessObject(person));
      if (person.version !== version)
        throw new PreconditionFailedError(`Person ${id} is at version ${person.version}, not ${version}`);
      const facts: PersonFacts = { ...person, ...changes };
      await check(facts);
      const changed = factNames.filter((name) => facts[name] !== person[name]);
      if (changed.length === 0) return person;
      if (facts.idnp === null && person.provisionalId === null) {
        throw new ValidationError([{ path: '/idnp', keyword: 'required', params: {} }]);
      }
      if (changed.includes('idnp')) await refuseIdnpOfAnother(actor, id, facts);
      return database.transaction(async () => {
        const kept = Object.fromEntries(
          Object.entries(person.sources).filter(([name]) => !changed.includes(name as never)),
        );
        const sources = { ...kept, ...sourcesOf(facts, changed, actor, 'manual') };
        if (!(await refuseTakenIdnp(persons.update(id, version, facts, sources)))) {
          throw new PreconditionFailedError(`Person ${id} was changed by somebody else`);
        }
        await audit.record(actor, {
          verb: 'person.updated',
          objectType: 'person',
          objectId: id,
          subjectIds: [id],
          fields: changed,
        });
        return get(id);
      });
    },

    /** Says what another person is to this one. */
    async relate(
      actor: Actor,
      id: string,
      relation: { personId: string; relation: string; validFrom?: string },
    ): Promise<string> {
      const [person, other] = [await get(id), await get(relation.personId)];
      requireAccess(actor, 'person.update', accessObject(person));
      if (person.id === other.id) throw new ValidationError([{ path: '/personId', keyword: 'person', params: {} }]);
      return database.transaction(async () => {
        const relationId = await relations.upsert({
          ...{ personId: id, relatedId: other.id, relation: relation.relation },
          ...{ validFrom: relation.validFrom ?? null, createdBy: actor.userId },
        });
        const entry = { verb: 'person.related', objectType: 'person', objectId: id, subjectIds: [id, other.id] };
        await audit.record(actor, { ...entry, fields: ['relations'] });
        return relationId;
      });
    },

    /** Takes a relation back that was said by mistake. Throws NotFoundError. */
    async unrelate(actor: Actor, id: string, relationId: string): Promise<void> {
      requireAccess(actor, 'person.update', accessObject(await get(id)));
      await database.transaction(async () => {
        const relatedId = isId(relationId) ? await relations.remove(id, relationId) : undefined;
        if (relatedId === undefined) throw new NotFoundError('relation', relationId);
        const entry = { verb: 'person.unrelated', objectType: 'person', objectId: id, subjectIds: [id, relatedId] };
        await audit.record(actor, { ...entry, fields: ['relations'] });
      });
    },

    reference: (person: Person): PersonReference => referenceTo(person),
  };
}

function accessObject(person: Person): AccessObject {
  return { territoryId: person.territoryId, ownerIds: [person.createdBy] };
}

function personExists(reason: DoubleReason, found: readonly FoundPerson[], today: string): ConflictError {
  const mayConfirm = reason !== 'idnp';
  const candidates = found.map((entry) => toSearchItem(entry, entry.openCases, today));
  const code = mayConfirm ? 'person_similar' : 'person_exists';
  return new ConflictError(code, `A person with the same ${reason} exists`, { reason, mayConfirm, candidates });
}

/** Two who create the same person at once: the second is told as if the first had been there long ago. */
async function refuseTakenIdnp<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    const taken = (error as { code?: string; constraint?: string }).constraint === 'persons_idnp_key';
    throw taken
      ? new ConflictError('person_exists', 'A person with the same IDNP exists', { reason: 'idnp', mayConfirm: false })
      : error;
  });
}

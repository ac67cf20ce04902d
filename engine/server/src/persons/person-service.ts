import type { PersonReference } from '@esocial/contracts/generated/person-reference.ts';
import { provisionalId } from '@esocial/form-core/identifiers.ts';
import type { Actor, FieldClass } from '../access/actor.ts';
import { isSystem } from '../access/actor.ts';
import { decide, requireAccess, scopeOf } from '../access/decide.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import { legalDay } from '../clock/legal-day.ts';
import type { Database } from '../database/database.ts';
import { NotFoundError, PreconditionFailedError, ValidationError } from '../errors/app-error.ts';
import { isId } from '../ids/new-id.ts';
import { findPersonErrors } from './check-person.ts';
import { createPersonCasesReadModel } from './person-cases-read-model.ts';
import type { PersonCase } from './person-cases-read-model.ts';
import { factNames, sourcesOf } from './person-facts.ts';
import { createPersonFinder } from './person-finder.ts';
import { createPersonRelationStore } from './person-relation-store.ts';
import { createPersonRelations } from './person-relations.ts';
import { createPersonSearches } from './person-searches.ts';
import { createPersonStore } from './person-store.ts';
import { accessObject, displayName, referenceTo } from './person.ts';
import type { FactSource, Person, PersonFacts } from './person.ts';
import { createDoubleRefusal, refuseTakenIdnp } from './refuse-doubles.ts';

export interface PersonDependencies {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
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

export type PersonService = ReturnType<typeof createPersonService>;

/** Persons: found before they are created, each fact with its source, every look recorded. */
export function createPersonService({ database, audit, clock }: PersonDependencies) {
  const persons = createPersonStore(database);
  const relations = createPersonRelationStore(database);
  const cases = createPersonCasesReadModel(database);
  const finder = createPersonFinder({ database, clock });
  const doubles = createDoubleRefusal({ finder, audit, clock });

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

  async function nextProvisionalId(): Promise<string> {
    const year = Number(legalDay(clock.now()).slice(0, 4));
    return provisionalId('person', year, await persons.nextProvisionalNumber());
  }

  function sourceOf(actor: Actor, kind: FactSource['kind']): FactSource {
    return { kind, at: clock.now().toISOString(), by: actor.displayName };
  }

  return {
    ...createPersonSearches({ database, audit, clock, finder }),
    ...createPersonRelations({ database, audit, get }),

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

    /** Throws ForbiddenError when the actor may not do this to the person. */
    async requireAccess(actor: Actor, action: 'person.read' | 'person.update', id: string): Promise<void> {
      requireAccess(actor, action, accessObject(await get(id)));
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
        await doubles.refuseDoubles(actor, facts, options.confirmedDifferent ?? false);
        const id = await refuseTakenIdnp(
          persons.insert({
            ...facts,
            provisionalId: facts.idnp === null ? await nextProvisionalId() : null,
            sources: sourcesOf(facts, factNames, sourceOf(actor, options.source ?? 'manual')),
            createdBy: actor.userId,
            institutionId: isSystem(actor) ? null : actor.institutionId,
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
      if (changed.includes('idnp')) await doubles.refuseIdnpOfAnother(actor, id, facts);
      return database.transaction(async () => {
        const kept = Object.fromEntries(
          Object.entries(person.sources).filter(([name]) => !changed.includes(name as never)),
        );
        const sources = { ...kept, ...sourcesOf(facts, changed, sourceOf(actor, 'manual')) };
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

    reference: (person: Person): PersonReference => referenceTo(person),
  };
}

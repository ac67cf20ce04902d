import type { PersonCreated } from '@esocial/contracts/generated/api-persons-created.ts';
import type { PersonCreateRequest } from '@esocial/contracts/generated/api-persons-create-request.ts';
import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import type { PersonRelationRequest } from '@esocial/contracts/generated/api-persons-relation-request.ts';
import type { PersonSearchRequest } from '@esocial/contracts/generated/api-persons-search-request.ts';
import type { PersonSearch } from '@esocial/contracts/generated/api-persons-search.ts';
import type { PersonUpdateRequest } from '@esocial/contracts/generated/api-persons-update-request.ts';
import type { Clock } from '../clock/clock.ts';
import { legalDay } from '../clock/legal-day.ts';
import { contract, defineRoute, queryOf } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { PersonPage } from './person-page.ts';
import type { SearchResult } from './person-searches.ts';
import type { PersonService } from './person-service.ts';
import { displayName, referenceTo } from './person.ts';
import type { Person } from './person.ts';
import { present, toSearchItem } from './person-views.ts';

export interface PersonRouteDependencies {
  readonly persons: PersonService;
  readonly page: PersonPage;
  readonly clock: Clock;
}

const defaultLimit = 20;
const cursorQuery = queryOf<{ cursor?: string }>({ cursor: { type: 'string', pattern: '^\\d{1,4}$' } });

export function createPersonRoutes({ persons, page, clock }: PersonRouteDependencies): Route[] {
  const view = (result: SearchResult, cursor?: string) => toSearch(result, Number(cursor ?? 0), legalDay(clock.now()));
  return [
    defineRoute({
      method: 'post',
      path: '/api/v1/persons/searches',
      operationId: 'searchPersons',
      summary: 'Find persons by name, birth date, identifier or phone; the answer’s id restores the search',
      policy: { action: 'person.search' },
      body: contract<PersonSearchRequest>('api-persons-search-request'),
      responses: { 201: contract<PersonSearch>('api-persons-search') },
      handle: async ({ actor, body }) => ({ status: 201, body: view(await persons.search(actor, body)) }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/persons/searches/:id',
      operationId: 'getPersonSearch',
      summary: 'Repeat a search of one’s own',
      policy: { action: 'person.search' },
      query: cursorQuery,
      responses: { 200: contract<PersonSearch>('api-persons-search') },
      handle: async ({ actor, params, query }) => ({
        status: 200,
        body: view(await persons.restoreSearch(actor, params.id), query.cursor),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/persons',
      operationId: 'createPerson',
      summary: 'Create a person who was searched for and not found',
      policy: { action: 'person.create' },
      idempotent: true,
      mayRepeat: ({ actor }, { body }) => persons.requireAccess(actor, 'person.read', (body as PersonCreated).id),
      body: contract<PersonCreateRequest>('api-persons-create-request'),
      responses: { 201: contract<PersonCreated>('api-persons-created') },
      async handle({ actor, body: { confirmedDifferent = false, ...facts } }) {
        const person = await persons.create(actor, { ...unknownFacts, ...facts }, { confirmedDifferent });
        return { status: 201, etag: person.version, body: toCreated(person) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/persons/:id',
      operationId: 'getPerson',
      summary: 'A person with the source of each fact, family and cases',
      policy: { action: 'person.read' },
      responses: { 200: contract<PersonDetail>('api-persons-detail') },
      async handle({ actor, params, language }) {
        const detail = await page.open(actor, params.id, language);
        return { status: 200, etag: detail.version, body: detail };
      },
    }),
    defineRoute({
      method: 'patch',
      path: '/api/v1/persons/:id',
      operationId: 'updatePerson',
      summary: 'Correct facts of a person; null removes one',
      policy: { action: 'person.update' },
      ifMatch: 'required',
      body: contract<PersonUpdateRequest>('api-persons-update-request'),
      responses: { 200: contract<PersonDetail>('api-persons-detail') },
      async handle({ actor, params, body, ifMatch, language }) {
        await persons.update(actor, params.id, ifMatch ?? 0, body);
        const detail = await page.open(actor, params.id, language);
        return { status: 200, etag: detail.version, body: detail };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/persons/:id/relations',
      operationId: 'relatePersons',
      summary: 'Say what another person is to this one',
      policy: { action: 'person.update' },
      idempotent: true,
      mayRepeat: ({ actor, params }) => persons.requireAccess(actor, 'person.update', params.id),
      body: contract<PersonRelationRequest>('api-persons-relation-request'),
      responses: { 201: contract('api-persons-relation') },
      async handle({ actor, params, body }) {
        const id = await persons.relate(actor, params.id, body);
        return { status: 201, body: { id, personId: body.personId, relation: body.relation } };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/v1/persons/:id/relations/:relation',
      operationId: 'unrelatePersons',
      summary: 'Take back what another person was said to be to this one',
      policy: { action: 'person.update' },
      responses: { 204: null },
      async handle({ actor, params }) {
        await persons.unrelate(actor, params.id, params.relation);
        return { status: 204 };
      },
    }),
  ];
}

const unknownFacts = {
  ...{
    patronymic: null,
    birthDate: null,
    sex: null,
    idnp: null,
    territory: null,
    address: null,
    phone: null,
    email: null,
  },
};

function toSearch({ search, found }: SearchResult, offset: number, today: string): PersonSearch {
  const limit = (search.criteria as PersonSearchRequest).limit ?? defaultLimit;
  const shown = found.slice(offset, offset + limit);
  return {
    searchId: search.id,
    criteria: search.criteria,
    items: shown.map((entry) => toSearchItem(entry, entry.openCases, today)),
    nextCursor: offset + limit < found.length ? String(offset + limit) : null,
    expiresAt: search.expiresAt.toISOString(),
  };
}

function toCreated(person: Person): PersonCreated {
  return present<PersonCreated>({
    ...{ id: person.id, version: person.version, displayName: displayName(person), reference: referenceTo(person) },
    provisionalId: person.provisionalId ?? undefined,
  });
}

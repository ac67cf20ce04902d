import { createAudit } from '../audit/audit.ts';
import { createManualClock } from '../clock/clock.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { createTestDatabase } from '../database/test-database.ts';
import { AppError, ValidationError } from '../errors/app-error.ts';
import { newId } from '../ids/new-id.ts';
import { createPersonService } from './person-service.ts';
import type { SearchResult } from './person-searches.ts';
import type { PersonService } from './person-service.ts';
import type { PersonFacts } from './person.ts';
import { buildActor } from './testing/build-actor.ts';

const all = ['person.search', 'person.read', 'person.create', 'person.update'];
const unknown = {
  patronymic: null,
  birthDate: null,
  sex: null,
  idnp: null,
  territory: null,
  address: null,
  phone: null,
  email: null,
};

function facts(lastName: string, firstName: string, changes: Partial<PersonFacts> = {}): PersonFacts {
  return { ...unknown, lastName, firstName, ...changes };
}

async function errorOf(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (error instanceof AppError) return error;
  throw new Error(`an AppError was expected, not ${String(error)}`);
}

jest.setTimeout(60_000);

describe('persons', () => {
  let test: TestDatabase;
  let persons: PersonService;
  const clock = createManualClock('2026-03-10T09:00:00Z');
  const clerk = buildActor(all);
  const names = ({ found }: SearchResult) => found.map(({ person }) => `${person.lastName} ${person.firstName}`);
  const search = async (text: string, more: { birthDate?: string; birthYear?: number } = {}) =>
    persons.search(clerk, { text, ...more });
  const audited = (verb: string) =>
    test.database.query<{ object_id: string; subject_ids: string[]; fields: string[] }>(
      'select object_id, subject_ids, fields from audit_events where verb = $1 order by id',
      [verb],
    );

  beforeEach(async () => {
    test = await createTestDatabase();
    persons = createPersonService({ database: test.database, audit: createAudit(test.database), clock });
    const [chisinau] = [newId()];
    await test.database.query(`insert into territories (id, code, name) values ($1, '0101000', 'mun. Chișinău')`, [
      chisinau,
    ]);
  });
  afterEach(() => test.close());

  async function addEveryone(): Promise<void> {
    const people = [
      facts('Popa', 'Ionuț', {
        birthDate: '2016-05-20',
        idnp: '2001000001237',
        phone: '+37369110001',
        territory: '0101000',
      }),
      facts('Popa', 'Mariana', { birthDate: '1990-03-14' }),
      facts('Popescu-Râșcanu', 'Ana Maria', { birthDate: '1985-01-01' }),
      facts('Чебан', 'Иван', { birthDate: '1970-07-07' }),
      facts('Munteanu', 'Gheorghe', { birthDate: '1951-12-31' }),
      facts('Țurcan', 'Ștefan'),
    ];
    for (const person of people) await persons.create(clerk, person);
  }

  describe('search', () => {
    beforeEach(addEveryone);

    it.each([
      ['Popa', ['Popa Ionuț', 'Popa Mariana']],
      ['popa ionut', ['Popa Ionuț']],
      ['Ionuţ POPA', ['Popa Ionuț']],
      ['Pop', ['Popa Ionuț', 'Popa Mariana', 'Popescu-Râșcanu Ana Maria']],
      ['Popa 2016', ['Popa Ionuț']],
      ['Popa 20.05.2016', ['Popa Ionuț']],
      ['Pupa Ionut', ['Popa Ionuț']],
      ['Popa Inout', ['Popa Ionuț']],
      ['riscanu ana', ['Popescu-Râșcanu Ana Maria']],
      ['rascanu', ['Popescu-Râșcanu Ana Maria']],
      ['Рышкану Анна', ['Popescu-Râșcanu Ana Maria']],
      ['Ceban Ivan', ['Чебан Иван']],
      ['Мунтяну Георге', ['Munteanu Gheorghe']],
      ['untean', ['Munteanu Gheorghe']],
      ['turcan', ['Țurcan Ștefan']],
      ['2001000001237', ['Popa Ionuț']],
      ['200100', ['Popa Ionuț']],
      ['069110001', ['Popa Ionuț']],
      ['31.12.1951', ['Munteanu Gheorghe']],
      ['Popa Vasile', []],
      ['Popa 1999', []],
      ['xyzq', []],
      ["'; drop table persons --", []],
    ])('finds by %j', async (text, expected) => {
      // when
      const result = await search(text);

      // then
      expect(names(result)).toEqual(expected);
    });

    it('says what was found, where, and whether it is the same person', async () => {
      // when
      const { found } = await search('pop ionut 2016');
      const [exact] = (await search('Popa Ionuț', { birthDate: '2016-05-20' })).found;
      const [byIdnp] = (await search('2001000001237')).found;

      // then
      expect(found[0]).toMatchObject({ reason: 'partOfName', samePerson: false, openCases: 0 });
      expect(found[0]?.match).toEqual([
        { field: 'lastName', start: 0, end: 3 },
        { field: 'firstName', start: 0, end: 5 },
        { field: 'birthDate', start: 0, end: 4 },
      ]);
      expect(exact).toMatchObject({ reason: 'nameAndBirthDate', samePerson: true });
      expect(byIdnp).toMatchObject({ reason: 'idnp', samePerson: true });
    });

    it('finds a birth date that was mistyped, but not another one', async () => {
      expect(names(await search('Popa Ionuț', { birthDate: '2016-05-02' }))).toEqual(['Popa Ionuț']);
      expect(names(await search('Popa Ionuț', { birthDate: '2001-11-13' }))).toEqual([]);
    });

    it('records who was shown to whom', async () => {
      // when
      const { search: stored, found } = await search('Popa');

      // then
      const [row] = await audited('person.searched');
      expect(row).toEqual({
        object_id: stored.id,
        subject_ids: found.map(({ person }) => person.id),
        fields: ['text'],
      });
    });

    it('is restored by its id, for the same user, for a day', async () => {
      // given
      const first = await search('Popa');

      // then
      expect(names(await persons.restoreSearch(clerk, first.search.id))).toEqual(names(first));
      expect(await audited('person.searched')).toHaveLength(2);
      await expect(persons.restoreSearch(buildActor(all), first.search.id)).rejects.toThrow('There is no search');
      await expect(persons.restoreSearch(clerk, 'nonsense')).rejects.toThrow('There is no search');
      clock.advance(25 * 60 * 60 * 1000);
      await expect(persons.restoreSearch(clerk, first.search.id)).rejects.toThrow('There is no search');
      clock.set('2026-03-10T09:00:00Z');
    });
  });

  describe('creation', () => {
    it('gives a provisional identifier to who has none, and keeps where each fact comes from', async () => {
      // when
      const person = await persons.create(clerk, facts('Popa', 'Ion', { sex: 'M' }));

      // then
      expect(person.provisionalId).toMatch(/^812026\d{7}$/);
      expect(person.sources).toMatchObject({ lastName: { kind: 'manual', by: 'Rusu Elena' }, sex: { kind: 'manual' } });
      expect(Object.keys(person.sources).sort()).toEqual(['firstName', 'lastName', 'sex']);
      expect(await audited('person.created')).toEqual([
        { object_id: person.id, subject_ids: [person.id], fields: ['lastName', 'firstName', 'sex'] },
      ]);
    });

    it.each([
      [{ idnp: '2001003328546' }, '/idnp', 'format'],
      [{ idnp: '1019600000010' }, '/idnp', 'format'],
      [{ birthDate: '2026-03-11' }, '/birthDate', 'maximum'],
      [{ birthDate: '1799-01-01' }, '/birthDate', 'minimum'],
      [{ phone: '123' }, '/phone', 'format'],
      [{ territory: '9999999' }, '/territory', 'classifier'],
      [{ lastName: ' - ' }, '/lastName', 'required'],
    ])('refuses %j at its field', async (changes, path, keyword) => {
      // when
      const error = await errorOf(persons.create(clerk, facts('Popa', 'Ion', changes)));

      // then
      expect(error).toBeInstanceOf(ValidationError);
      expect((error as ValidationError).errors).toMatchObject([{ path, keyword }]);
    });

    it('refuses a second person with the same IDNP, and says who has it', async () => {
      // given
      const first = await persons.create(clerk, facts('Popa', 'Ion', { idnp: '2001000001237' }));

      // when
      const error = await errorOf(
        persons.create(clerk, facts('Altul', 'Cineva', { idnp: '2001000001237' }), { confirmedDifferent: true }),
      );

      // then
      expect(error).toMatchObject({ code: 'person_exists', status: 409, details: { mayConfirm: false } });
      expect(error.details?.['candidates']).toMatchObject([{ id: first.id, idnpMasked: '•••••••••1237' }]);
      expect(JSON.stringify(error.details)).not.toContain('2001000001237');
      expect((await audited('person.searched'))[0]?.subject_ids).toEqual([first.id]);
    });

    it('asks before it creates somebody of the same name and birth date', async () => {
      // given
      await persons.create(clerk, facts('Popa', 'Ion', { birthDate: '2010-01-01' }));
      const twin = facts('POPA', 'Ion', { birthDate: '2010-01-01' });

      // when
      const error = await errorOf(persons.create(clerk, twin));
      const confirmed = await persons.create(clerk, twin, { confirmedDifferent: true });

      // then
      expect(error).toMatchObject({
        code: 'person_similar',
        details: { mayConfirm: true, reason: 'nameAndBirthDate' },
      });
      expect(confirmed.lastName).toBe('POPA');
    });

    it('lets one of two win who create the same person at once', async () => {
      // when
      const attempts = [1, 2, 3].map(() => persons.create(clerk, facts('Popa', 'Ion', { idnp: '2001000001237' })));
      const outcomes = await Promise.allSettled(attempts);

      // then
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const refused = outcomes
        .filter((outcome) => outcome.status === 'rejected')
        .map(({ reason }) => (reason as AppError).code);
      expect(refused).toEqual(['person_exists', 'person_exists']);
    });
  });

  describe('correction', () => {
    it('changes the version that was seen, and the keys by which the person is found', async () => {
      // given
      const person = await persons.create(clerk, facts('Popa', 'Ion'));
      const keeper = buildActor(['person.update own', 'person.search'], { userId: clerk.userId });

      // when
      const changed = await persons.update(keeper, person.id, 1, { lastName: 'Lupu', idnp: '2001000001237' });

      // then
      expect(changed).toMatchObject({
        version: 2,
        lastName: 'Lupu',
        idnp: '2001000001237',
        provisionalId: person.provisionalId,
      });
      expect(names(await search('Lupu'))).toEqual(['Lupu Ion']);
      expect(names(await search('Popa'))).toEqual([]);
      expect((await audited('person.updated'))[0]?.fields).toEqual(['lastName', 'idnp']);
      const stale = await errorOf(persons.update(clerk, person.id, 1, { lastName: 'Ursu' }));
      expect(stale).toMatchObject({ code: 'stale_version', status: 412 });
    });

    it('writes nothing when nothing changes', async () => {
      // given
      const person = await persons.create(clerk, facts('Popa', 'Ion'));

      // then
      expect((await persons.update(clerk, person.id, 1, { lastName: 'Popa' })).version).toBe(1);
      expect(await audited('person.updated')).toEqual([]);
    });

    it('keeps at least one identifier and takes nobody else’s', async () => {
      // given
      await persons.create(clerk, facts('Popa', 'Ion', { idnp: '2001000001237' }));
      const other = await persons.create(clerk, facts('Lupu', 'Ana', { idnp: '2003004005008' }));

      // then
      expect(await errorOf(persons.update(clerk, other.id, 1, { idnp: null }))).toMatchObject({
        code: 'validation_failed',
      });
      expect(await errorOf(persons.update(clerk, other.id, 1, { idnp: '2001000001237' }))).toMatchObject({
        code: 'person_exists',
      });
    });
  });

  describe('the file of a person', () => {
    it('holds family, and its reading is recorded with everybody shown', async () => {
      // given
      const mother = await persons.create(clerk, facts('Popa', 'Mariana'));
      const child = await persons.create(clerk, facts('Popa', 'Ionuț'));
      await persons.relate(clerk, mother.id, { personId: child.id, relation: 'COPIL' });
      await persons.relate(clerk, mother.id, { personId: child.id, relation: 'COPIL' });

      // when
      const file = await persons.open(clerk, mother.id);

      // then
      expect(file.relations.map(({ relation, person }) => [relation, person.firstName])).toEqual([['COPIL', 'Ionuț']]);
      expect(file).toMatchObject({ classes: ['public', 'personal'], cases: [], mayUpdate: true });
      expect((await audited('person.read'))[0]?.subject_ids).toEqual([mother.id, child.id]);
    });

    it('is closed to who may not read persons, and says nothing about them', async () => {
      // given
      const person = await persons.create(clerk, facts('Popa', 'Ion'));
      const stranger = buildActor(['person.read own']);

      // then
      expect(await errorOf(persons.open(stranger, person.id))).toMatchObject({ status: 403 });
      expect(await errorOf(persons.search(stranger, { text: 'Popa' }))).toMatchObject({ status: 403 });
      expect(await errorOf(persons.create(stranger, facts('A', 'B')))).toMatchObject({ status: 403 });
      expect(await errorOf(persons.open(clerk, newId()))).toMatchObject({ status: 404 });
      expect(await audited('person.read')).toEqual([]);
    });

    it('who live nowhere yet are kept by the institution that registered them', async () => {
      // given
      const registrar = buildActor(['person.create'], { institutionId: newId() });
      const keeping = (institutionId: string) =>
        buildActor(['person.update institution', 'person.search'], { institutionId });
      const person = await persons.create(registrar, facts('Nistor', 'Doina'));

      // when
      const kept = await persons.update(keeping(registrar.institutionId), person.id, 1, { address: 'str. Teilor 1' });
      await test.database.query(
        'update persons set territory_id = (select id from territories limit 1) where id = $1',
        [person.id],
      );

      // then
      expect(kept.address).toBe('str. Teilor 1');
      for (const institutionId of [newId(), registrar.institutionId]) {
        const refused = persons.update(keeping(institutionId), person.id, 2, { address: null });
        expect(await errorOf(refused)).toMatchObject({ status: 403 });
      }
    });

    it('takes a relation back, once', async () => {
      // given
      const mother = await persons.create(clerk, facts('Ciobanu', 'Elena'));
      const child = await persons.create(clerk, facts('Ciobanu', 'Dan'));
      const relation = await persons.relate(clerk, mother.id, { personId: child.id, relation: 'COPIL' });

      // when
      await persons.unrelate(clerk, mother.id, relation);

      // then
      expect((await persons.open(clerk, mother.id)).relations).toEqual([]);
      expect(await audited('person.unrelated')).toMatchObject([{ subject_ids: [mother.id, child.id] }]);
      expect(await errorOf(persons.unrelate(clerk, mother.id, relation))).toMatchObject({ status: 404 });
    });

    it('names who has the IDNP that somebody else is to get', async () => {
      // given
      const owner = await persons.create(clerk, facts('Rusu', 'Vera', { idnp: '2001000001237' }));
      const other = await persons.create(clerk, facts('Rusu', 'Ana'));

      // when
      const error = await errorOf(persons.update(clerk, other.id, other.version, { idnp: '2001000001237' }));

      // then
      expect(error).toMatchObject({ code: 'person_exists', details: { candidates: [{ id: owner.id }] } });
    });

    it('relates nobody to themselves', async () => {
      const person = await persons.create(clerk, facts('Popa', 'Ion'));
      expect(await errorOf(persons.relate(clerk, person.id, { personId: person.id, relation: 'COPIL' }))).toMatchObject(
        { status: 422 },
      );
    });
  });

  it('gives names by id for the lists of others', async () => {
    // given
    const person = await persons.create(clerk, facts('Popa', 'Ion', { birthDate: '2010-01-01', patronymic: 'Vasile' }));

    // when
    const found = await persons.namesOf([person.id, person.id, newId(), 'nonsense']);

    // then
    expect([...found]).toEqual([[person.id, { displayName: 'Popa Ion Vasile', birthDate: '2010-01-01' }]]);
  });
});

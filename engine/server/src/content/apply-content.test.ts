import { createManualClock } from '../clock/clock.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { createTestDatabase } from '../database/test-database.ts';
import { createContentServices } from './content-services.ts';
import { buildActor } from '../persons/testing/build-actor.ts';
import type { WrittenContent } from './testing/library-content.ts';
import { libraryFiles, writeLibrary } from './testing/library-content.ts';

const today = '2026-03-10';

jest.setTimeout(60_000);

describe('applying content', () => {
  let test: TestDatabase;
  let library: WrittenContent;
  const clock = createManualClock(`${today}T09:00:00Z`);
  const services = () => createContentServices(test.database, clock);
  const count = async (table: string) =>
    (await test.database.query<{ n: number }>(`select count(*) as n from ${table}`))[0]!.n;

  beforeEach(async () => {
    test = await createTestDatabase();
    library = await writeLibrary();
  });
  afterEach(async () => {
    await library.remove();
    await test.close();
  });

  it('makes one active release of everything, with audit row and event', async () => {
    // when
    const result = await services().content.apply(library.root, { activate: true });

    // then
    expect(result.changes).toHaveLength(11);
    expect(result.changes.every(({ change }) => change === 'new')).toBe(true);
    expect(result.release).toMatchObject({ state: 'active' });
    expect(await count('release_items')).toBe(11);
    expect(await count('form_validators')).toBe(2);
    const [row] = await test.database.query('select actor_id, verb, object_type from audit_events');
    expect(row).toEqual({ actor_id: 'system:content-cli', verb: 'release.activated', object_type: 'release' });
    const [event] = await test.database.query('select topic from outbox');
    expect(event).toEqual({ topic: 'release.activated' });
  });

  it('changes nothing when applied twice', async () => {
    // given
    await services().content.apply(library.root, { activate: true });

    // when
    const result = await services().content.apply(library.root, { activate: true });

    // then
    expect(result).toMatchObject({ changes: [] });
    expect(result.release).toBeUndefined();
    expect([await count('releases'), await count('definition_versions'), await count('audit_events')]).toEqual([
      1, 11, 1,
    ]);
  });

  it('makes a new version of what has changed only, whatever the order of keys and spaces', async () => {
    // given
    await services().content.apply(library.root, { activate: true });
    const schema = libraryFiles()['forms/loan/schema.json'] as { properties: Record<string, object> };
    const calendar = libraryFiles()['policies/calendars/library.json'] as object;
    await library.change({
      'forms/loan/schema.json': { ...schema, properties: { ...schema.properties, note: { type: 'string' } } },
      'policies/calendars/library.json': JSON.stringify(Object.fromEntries(Object.entries(calendar).reverse())),
    });

    // when
    const result = await services().content.apply(library.root, { activate: true });

    // then
    expect(result.changes).toEqual([{ kind: 'form', key: 'loan', change: 'changed' }]);
    const versions = await services().definitions.listVersions('form', 'loan');
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
  });

  it('sees that fields have changed places', async () => {
    // given
    await services().content.apply(library.root, { activate: true });
    const schema = libraryFiles()['forms/loan/schema.json'] as { properties: Record<string, object> };
    const properties = Object.fromEntries(Object.entries(schema.properties).reverse());
    await library.change({ 'forms/loan/schema.json': { ...schema, properties } });

    // when
    const result = await services().content.apply(library.root, { activate: true });

    // then
    expect(result.changes).toEqual([{ kind: 'form', key: 'loan', change: 'changed' }]);
    const { definitions } = services();
    const form = await definitions.compiledForm((await definitions.findActive('form', 'loan', today))!.id);
    expect(Object.keys(form.schema.properties!)).toEqual(Object.keys(properties));
  });

  it('leaves the release for approval in production', async () => {
    // when
    const result = await services().content.apply(library.root, { activate: false });

    // then
    expect(result.release).toMatchObject({ state: 'submitted' });
    expect(await services().definitions.findActive('form', 'loan', today)).toBeUndefined();
    expect([await count('territories'), await count('institutions')]).toEqual([0, 0]);
    expect((await services().content.apply(library.root, { activate: false })).changes).toEqual([]);
  });

  it('comes into force in production when a second person approves it', async () => {
    // given
    const { content, releases, definitions } = services();
    const { release } = await content.apply(library.root, { activate: false });
    const approver = buildActor(['release.approve']);

    // when
    const approved = await releases.approve(approver, release!.id);

    // then
    expect(approved).toMatchObject({ state: 'active', items: 11 });
    definitions.invalidate();
    expect(await definitions.findActive('form', 'loan', today)).toMatchObject({ number: 1, state: 'active' });
    expect([await count('territories'), await count('institutions')]).toEqual([3, 2]);
    await expect(releases.approve(approver, release!.id)).rejects.toMatchObject({ code: 'release_not_submitted' });
  });

  it('is not approved by who made it, nor by who may not', async () => {
    // given
    const { content, releases } = services();
    const { release } = await content.apply(library.root, { activate: false });
    const author = buildActor(['release.approve'], { userId: 'author' });
    await test.database.query(`update releases set created_by = 'author'`);

    // then
    await expect(releases.approve(author, release!.id)).rejects.toMatchObject({ code: 'second_person_needed' });
    await expect(releases.approve(buildActor([]), release!.id)).rejects.toMatchObject({ status: 403 });
    await expect(releases.approve(buildActor(['release.approve']), 'none')).rejects.toMatchObject({ status: 404 });
  });

  it('holds a release back until the day it takes effect', async () => {
    // when
    const result = await services().content.apply(library.root, { activate: true, effectiveFrom: '2026-04-01' });

    // then
    expect(result.release).toMatchObject({ state: 'scheduled' });
    const { definitions } = services();
    expect(await definitions.findActive('form', 'loan', '2026-03-31')).toBeUndefined();
    expect(await definitions.findActive('form', 'loan', '2026-04-01')).toMatchObject({ number: 1 });
  });

  it('only tells what would change in a dry run', async () => {
    // when
    const result = await services().content.apply(library.root, { activate: true, dryRun: true });

    // then
    expect(result.changes).toHaveLength(11);
    expect(await count('releases')).toBe(0);
  });

  it('changes nothing when a single file is wrong', async () => {
    // given
    await library.change({ 'policies/calendars/library.json': '{' });

    // when
    const result = await services().content.apply(library.root, { activate: true });

    // then
    expect(result.changes).toEqual([]);
    expect(result.faults.map(({ file }) => file)).toContain('policies/calendars/library.json');
    expect(await count('definition_versions')).toBe(0);
  });

  it('takes a folder that refers to what the server has already', async () => {
    // given
    await services().content.apply(library.root, { activate: true });
    await library.change({
      ...{ classifiers: undefined, workflows: undefined, policies: undefined, 'forms/return': undefined },
      'forms/loan/ui-schema.json': { title: { 'ui:placeholder': 'Luceafărul' } },
    });

    // when
    const result = await services().content.apply(library.root, { activate: true });

    // then
    expect(result.changes).toEqual([{ kind: 'form', key: 'loan', change: 'changed' }]);
  });

  it('brings offices and territories to what the content says', async () => {
    // given
    await services().content.apply(library.root, { activate: true });

    // then
    const units = await test.database.query(
      `select t.code, p.code as parent, cardinality(t.ancestor_ids) as above
       from territories t left join territories p on p.id = t.parent_id order by t.code`,
    );
    expect(units).toEqual([
      { code: '0101000', parent: null, above: 0 },
      { code: '0110000', parent: '0101000', above: 1 },
      { code: '0111000', parent: '0110000', above: 2 },
    ]);

    // when
    const organisation = JSON.stringify(libraryFiles()['policies/organisation.json']).replace(
      'Filială',
      'Filiala nouă',
    );
    await library.change({ 'policies/organisation.json': organisation });
    await services().content.apply(library.root, { activate: true });

    // then
    const offices = await test.database.query(
      `select i.name, p.key as parent, t.code as territory from institutions i
       left join institutions p on p.id = i.parent_id left join territories t on t.id = i.territory_id order by i.key`,
    );
    expect(offices).toEqual([
      { name: 'Filiala nouă', parent: 'main-library', territory: '0110000' },
      { name: 'Biblioteca mare', parent: null, territory: '0101000' },
    ]);
    expect(await test.database.query('select key, name from teams')).toEqual([{ key: 'counter', name: 'Ghișeu' }]);
  });

  it('keeps a version as it is', async () => {
    // given
    await services().content.apply(library.root, { activate: true });

    // then
    await expect(test.database.query(`update definition_versions set content = '{}'`)).rejects.toThrow('is immutable');
    await expect(test.database.query('delete from definition_versions')).rejects.toThrow(/cannot be deleted|violates/);
  });
});

import { createTestServer } from '../http/testing/test-server.ts';
import type { TestServer } from '../http/testing/test-server.ts';
import { createInstitutionStore } from '../institutions/institution-store.ts';
import { loadDemoStaff } from './load-demo-staff.ts';
import { createPersonaStore } from './persona-store.ts';
import { createUserStore } from './user-store.ts';

interface Named {
  readonly items: readonly { readonly displayName?: string; readonly name?: string }[];
}

const namesOf = ({ body }: { body: Named }) => body.items.map(({ displayName, name }) => displayName ?? name);

describe('colleagues and institutions', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await createTestServer({ roles: { inspector: [{ action: 'user.read', relation: 'all' }] } });
  }, 120_000);

  afterAll(() => server.close());

  it('shows each the colleagues of their institution, and more to those who may see more', async () => {
    // given
    const [librarian, inspector] = await Promise.all([server.signIn('librarian'), server.signIn('inspector')]);

    // then
    expect(namesOf(await librarian.get<Named>('/api/v1/users'))).toEqual(['Lungu Ana', 'Rusu Ana']);
    expect(namesOf(await inspector.get<Named>('/api/v1/users'))).toEqual(['Ceban Ana', 'Lungu Ana', 'Rusu Ana']);
  });

  it.each([
    ['rus', ['Rusu Ana']],
    ['РУСУ', ['Rusu Ana']],
    ['%', []],
    ['_', []],
  ])('finds colleagues by %j', async (q, expected) => {
    // given
    const librarian = await server.signIn('librarian');

    // then
    expect(namesOf(await librarian.get<Named>(`/api/v1/users?q=${encodeURIComponent(q)}`))).toEqual(expected);
  });

  it('gives nothing of a colleague but name, place and position', async () => {
    // given
    const librarian = await server.signIn('librarian');

    // then
    expect((await librarian.get('/api/v1/users')).text).not.toMatch(/2000000000/);
  });

  it.each([
    ['filiala', ['Filială']],
    ['БИБЛИОТЕКА', ['Biblioteca mare']],
    ['1019600000010', ['Biblioteca mare']],
    ['nowhere', []],
  ])('finds institutions by %j', async (q, expected) => {
    // given
    const librarian = await server.signIn('librarian');

    // then
    expect(namesOf(await librarian.get<Named>(`/api/v1/institutions?q=${encodeURIComponent(q)}`))).toEqual(expected);
  });

  describe('loadDemoStaff', () => {
    const entry = {
      ...{ key: 'new', persona: true, idnp: '2000000000038', lastName: 'Nou', firstName: 'Ion' },
      ...{ institution: 'branch', roles: ['librarian'] as [string], position: 'Nou' },
    };
    const load = (changes: object = {}) => {
      const { database } = server.test;
      const stores = {
        users: createUserStore(database),
        institutions: createInstitutionStore(database),
        personas: createPersonaStore(database),
      };
      return database.transaction(() => loadDemoStaff(stores, { staff: [{ ...entry, ...changes }] }));
    };

    it('adds people, and brings those who are known up to date', async () => {
      // when
      await load();
      await load({ lastName: 'Vechi' });

      // then
      expect(await server.test.database.query(`select last_name from users where idnp = '2000000000038'`)).toEqual([
        { last_name: 'Vechi' },
      ]);
      expect((await createPersonaStore(server.test.database).find('new'))?.displayName).toBe('Vechi Ion');
    });

    it.each([
      [{ institution: 'nowhere' }, '"new" works at "nowhere", which does not exist'],
      [{ team: 'none' }, '"new" belongs to the team "none", which "branch" does not have'],
    ])('refuses %j', async (changes, message) => {
      // then
      await expect(load(changes)).rejects.toThrow(message);
    });
  });
});

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DemoStaffFile } from '@esocial/contracts/generated/demo-staff.ts';
import type { RoleFile } from '@esocial/contracts/generated/role.ts';
import { pino } from 'pino';
import { createApp } from '../../app.ts';
import type { App } from '../../app.ts';
import { createContentServices } from '../../content/content-services.ts';
import { writeLibrary } from '../../content/testing/library-content.ts';
import { createTestDatabase } from '../../database/test-database.ts';
import type { TestDatabase } from '../../database/test-database.ts';
import { createInstitutionStore } from '../../institutions/institution-store.ts';
import { loadDemoStaff } from '../../users/load-demo-staff.ts';
import { createPersonaStore } from '../../users/persona-store.ts';
import { createUserStore } from '../../users/user-store.ts';
import type { StaticApplication } from '../static-files.ts';
import { createTestClient } from './test-client.ts';
import type { TestClient } from './test-client.ts';

export interface TestServer {
  readonly address: string;
  readonly test: TestDatabase;
  readonly app: App;
  /** What was logged, as JSON lines. */
  readonly log: readonly string[];
  /** Nobody, without a session. */
  readonly nobody: TestClient;
  /** Signs in as a persona, by the real SAML round trip. */
  signIn(persona: string): Promise<TestClient>;
  close(): Promise<void>;
}

export interface TestServerOptions {
  /** A content folder; unless given, a small library with the roles and staff below. */
  readonly contentRoot?: string;
  readonly staff?: DemoStaffFile;
  readonly roles?: Readonly<Record<string, RoleFile['permissions']>>;
  readonly applications?: readonly StaticApplication[];
}

const librarian: RoleFile['permissions'] = [
  { action: 'task.read', relation: 'institution', classes: ['public', 'personal'] },
  { action: 'institution.search', relation: 'all' },
  { action: 'notification.read', relation: 'own' },
];

const libraryStaff: DemoStaffFile = {
  staff: [
    member('librarian', '2000000000007', 'Rusu', 'main-library', ['librarian'], 'counter'),
    member('branch-librarian', '2000000000014', 'Ceban', 'branch', ['librarian']),
    member('inspector', '2000000000021', 'Lungu', 'main-library', ['inspector']),
  ],
};

function member(
  key: string,
  idnp: string,
  lastName: string,
  institution: string,
  roles: [string, ...string[]],
  team?: string,
) {
  return {
    key,
    persona: true,
    idnp,
    lastName,
    firstName: 'Ana',
    institution,
    roles,
    position: key,
    ...(team && { team }),
  };
}

function roleFiles(roles: NonNullable<TestServerOptions['roles']>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(roles).map(([key, permissions]) => [
      `policies/roles/${key}.json`,
      { key, title: { ro: key, ru: key, en: key }, home: 'worklist', permissions },
    ]),
  );
}

/** The whole server on a database of its own, reached over HTTP at a port of its own. */
export async function createTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const test = await createTestDatabase();
  await loadContent(test, options);
  const log: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = { publicUrl: address, trustProxy: 0, saml: undefined, session: { hours: 12, idleMinutes: 60 } };
  const { applications = [] } = options;
  const app = await createApp({ settings, database: test.database, logger, applications });
  await app.start();
  server.on('request', (request, response) => void app.http(request, response));
  const nobody = createTestClient(address);
  return {
    ...{ address, test, app, log, nobody },
    async signIn(persona) {
      const { headers, status } = await nobody.post('/sandbox/sign-in', { persona });
      const cookie = headers.get('set-cookie')?.split(';')[0];
      if (!cookie) throw new Error(`Signing in as ${persona} answered ${status}`);
      return createTestClient(address, cookie);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await app.stop().finally(() => test.close());
    },
  };
}

async function loadContent(
  { database }: TestDatabase,
  { contentRoot, staff, roles }: TestServerOptions,
): Promise<void> {
  const { content } = createContentServices(database);
  if (contentRoot) await content.apply(contentRoot, { activate: true });
  else {
    const inspector: RoleFile['permissions'] = [{ action: 'audit.read', relation: 'all' }];
    const library = await writeLibrary(roleFiles({ librarian, inspector, ...roles }));
    await content.apply(library.root, { activate: true });
    await library.remove();
  }
  const stores = {
    users: createUserStore(database),
    institutions: createInstitutionStore(database),
    personas: createPersonaStore(database),
  };
  const people = staff ?? (contentRoot ? readStaff(contentRoot) : libraryStaff);
  await database.transaction(() => loadDemoStaff(stores, people));
}

function readStaff(root: string): DemoStaffFile {
  return JSON.parse(readFileSync(`${root}/demo/staff.json`, 'utf8')) as DemoStaffFile;
}

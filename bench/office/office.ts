import { createContentServices } from '@esocial/server/content/content-services.ts';
import { openDatabase } from '@esocial/server/database/database.ts';
import type { Database } from '@esocial/server/database/database.ts';
import { migrate } from '@esocial/server/database/migrations.ts';
import { createInstitutionStore } from '@esocial/server/institutions/institution-store.ts';
import { loadDemoStaff } from '@esocial/server/users/load-demo-staff.ts';
import { createPersonaStore } from '@esocial/server/users/persona-store.ts';
import { createUserStore } from '@esocial/server/users/user-store.ts';
import { writeChainContent } from './chain-content.ts';
import type { ChainWorkflow } from './chain-content.ts';

/** Of each role this many people, who can sign in as `clerk-0`, `reviewer-3` and so on. */
export const PEOPLE_PER_ROLE = 32;
const roles = ['clerk', 'reviewer', 'archivist'] as const;

/** The same database as the application's role, which has the same password on the embedded PostgreSQL. */
export function asApplication(ownerUrl: string): string {
  return ownerUrl.replace(/^postgresql:\/\/[^:]+:/, 'postgresql://esocial_app:');
}

export interface Office {
  readonly url: string;
  readonly database: Database;
  close(): Promise<void>;
}

const staff = roles.flatMap((role, group) =>
  Array.from({ length: PEOPLE_PER_ROLE }, (_, index) => ({
    ...{ key: `${role}-${index}`, persona: true, idnp: String(2_000_000_000_000 + group * 1000 + index) },
    ...{ lastName: role, firstName: `No ${index}`, institution: 'office', team: 'counter', position: role },
    roles: [role] as [string],
  })),
);

/** Migrates the database, applies a small neutral content with these procedures, and employs some people. */
export async function openOffice(ownerUrl: string, workflows: readonly ChainWorkflow[]): Promise<Office> {
  await migrate(ownerUrl);
  const url = asApplication(ownerUrl);
  const database = openDatabase(url);
  const content = writeChainContent(workflows);
  try {
    const { faults } = await createContentServices(database).content.apply(content.root, { activate: true });
    const errors = faults.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(`The benchmarks' content has faults: ${JSON.stringify(errors)}`);
  } finally {
    content.remove();
  }
  const stores = {
    users: createUserStore(database),
    institutions: createInstitutionStore(database),
    personas: createPersonaStore(database),
  };
  await database.transaction(() => loadDemoStaff(stores, { staff: staff }));
  return { url, database, close: () => database.close() };
}

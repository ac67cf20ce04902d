import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoStaffFile } from '@esocial/contracts/generated/demo-staff.ts';
import type { EngineTarget } from '@esocial/process-core/model/rules/engine-targets.ts';
import { formatFault, hasErrors } from '../content/content-fault.ts';
import { createContentServices } from '../content/content-services.ts';
import { engineTargetOf } from '../content/engine-target.ts';
import type { Database } from '../database/database.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { createInstitutionStore } from '../institutions/institution-store.ts';
import { projectRoot } from '../settings/project-root.ts';
import type { Settings } from '../settings/settings.ts';
import { loadDemoStaff } from '../users/load-demo-staff.ts';
import { createPersonaStore } from '../users/persona-store.ts';
import { createUserStore } from '../users/user-store.ts';

/**
 * What the first start of `npm start` loads: the shipped content, active at once in the sandbox, and the synthetic
 * staff, persons and cases. A database that has definitions keeps them. Those who can sign in come last, so a database
 * without them was left in the middle, and the load goes on from there.
 */
export async function prepareSandbox(database: Database, settings: Settings): Promise<void> {
  const { saml } = settings;
  const root = projectRoot();
  if (!(await hasDefinitions(database))) {
    await loadContent(database, root, { activate: saml === undefined, engine: engineTargetOf(settings) });
  }
  if (saml) return;
  const personas = createPersonaStore(database);
  if ((await personas.list()).length > 0) return;
  const staff = JSON.parse(readFileSync(join(root, 'demo/staff.json'), 'utf8')) as DemoStaffFile;
  const stores = { users: createUserStore(database), institutions: createInstitutionStore(database) };
  await database.transaction(() => loadDemoStaff(stores, staff));
  const { failures } = await loadDemo(database, root);
  for (const failure of failures) console.warn(`A demo case could not be played: ${failure}`);
  await database.transaction(() => loadDemoStaff({ ...stores, personas }, staff));
}

/** In force since the year before, because the demo's cases began in the past. */
async function loadContent(
  database: Database,
  root: string,
  options: { activate: boolean; engine: EngineTarget },
): Promise<void> {
  const effectiveFrom = `${new Date().getFullYear() - 1}-01-01`;
  const { faults } = await createContentServices(database).content.apply(root, { ...options, effectiveFrom });
  if (!hasErrors(faults)) return;
  const errors = faults.filter(({ severity }) => severity === 'error').map(formatFault);
  throw new Error(`The shipped content has faults:\n${errors.join('\n')}`);
}

async function hasDefinitions(database: Database): Promise<boolean> {
  return (await database.query('select 1 from definition_versions limit 1')).length > 0;
}

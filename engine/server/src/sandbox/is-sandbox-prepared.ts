import type { Database } from '../database/database.ts';
import type { Settings } from '../settings/settings.ts';

/** Whether the first start has been: there are definitions and, in the sandbox, personas. */
export async function isSandboxPrepared(database: Database, { saml }: Pick<Settings, 'saml'>): Promise<boolean> {
  const [found] = await database.query<{ definitions: boolean; personas: boolean }>(
    `select exists (select from definition_versions) as definitions, exists (select from sandbox_personas) as personas`,
  );
  return Boolean(found?.definitions && (found.personas || saml));
}

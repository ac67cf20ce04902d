import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Client } from 'pg';

/**
 * Makes the two roles and the databases that are missing. The owner's role makes tables; the application's role only
 * works in them, so that row-level security and the append-only audit bind it.
 */
export async function createRolesAndDatabase(
  client: Client,
  password: string,
  databases: readonly string[],
): Promise<void> {
  for (const [role, attributes] of [
    ['esocial_owner', 'createdb'],
    ['esocial_app', ''],
  ] as const) {
    const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (!found.rowCount)
      await client.query(`create role ${role} login ${attributes} password ${escapeLiteral(password)}`);
  }
  for (const database of databases) {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!found.rowCount) await client.query(`create database ${escapeIdentifier(database)} owner esocial_owner`);
  }
}

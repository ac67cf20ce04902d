import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canEnter } from './postgres-account.ts';
import type { PostgresAccount } from './postgres-account.ts';

/** A short name of a project folder, for what has to live outside of it. */
export function projectKey(root: string): string {
  return createHash('sha256').update(resolve(root)).digest('hex').slice(0, 12);
}

/**
 * Where the embedded PostgreSQL and the server keep their data: the setting DATA_DIR, else `.data` in the project,
 * else, where PostgreSQL's account cannot enter the project (a home folder of mode 0700), below /var/lib.
 */
export function chooseDataDirectory(
  root: string,
  account: PostgresAccount | undefined,
  setting?: string,
  folder = '.data',
): string {
  if (setting) return resolve(root, setting);
  if (canEnter(account, root)) return join(root, folder);
  return join('/var/lib', `esocial-${projectKey(root)}`, folder.replace(/^\./, ''));
}

/** Makes the folder so that PostgreSQL's account can pass through it but nobody else can list it. */
export function makeDataDirectory(directory: string, account: PostgresAccount | undefined): void {
  mkdirSync(directory, { recursive: true, mode: account ? 0o711 : 0o700 });
  if (account) chmodSync(directory, 0o711);
  if (!canEnter(account, directory)) {
    throw new Error(`PostgreSQL cannot enter ${directory}: choose another folder with the setting DATA_DIR`);
  }
}

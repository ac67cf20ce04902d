import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { Database } from '../database/database.ts';

const generate = promisify(generateKeyPair);

export interface KeyPair {
  /** PKCS #8, PEM. */
  readonly privateKey: string;
  /** SPKI, PEM. */
  readonly publicKey: string;
}

export type KeyOwner = 'identity-provider' | 'service-provider';

/** The sandbox's keys: made at its first start, the same for every server on the database. */
export async function provideSandboxKeys(database: Database, owner: KeyOwner): Promise<KeyPair> {
  const existing = await findKeys(database, owner);
  if (existing) return existing;
  const made = await generate('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  await database.query(
    'insert into sandbox_keys (owner, private_key, public_key) values ($1, $2, $3) on conflict (owner) do nothing',
    [owner, made.privateKey, made.publicKey],
  );
  // Another server may have been first.
  return (await findKeys(database, owner)) ?? made;
}

async function findKeys(database: Database, owner: KeyOwner): Promise<KeyPair | undefined> {
  const [row] = await database.query<KeyPair>(
    'select private_key as "privateKey", public_key as "publicKey" from sandbox_keys where owner = $1',
    [owner],
  );
  return row;
}

import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The operating-system user as whom PostgreSQL runs. */
export interface PostgresAccount {
  readonly uid: number;
  readonly gid: number;
}

const candidates = ['postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root, so root lends it another account; everybody else runs it as themselves
 * (undefined). `passwd` is the text of /etc/passwd.
 */
export function choosePostgresAccount(
  uid: number | undefined = process.getuid?.(),
  passwd: () => string = () => readFileSync('/etc/passwd', 'utf8'),
): PostgresAccount | undefined {
  if (uid !== 0) return undefined;
  const accounts = new Map(
    passwd()
      .split('\n')
      .map((line) => parseAccount(line)),
  );
  for (const name of candidates) {
    const account = accounts.get(name);
    if (account) return account;
  }
  return { uid: 65534, gid: 65534 };
}

function parseAccount(line: string): [string, PostgresAccount] {
  const [name = '', , uid, gid] = line.split(':');
  return [name, { uid: Number(uid), gid: Number(gid) }];
}

/** Whether the account may enter the folder: every folder on the way must let it through. */
export function canEnter(account: PostgresAccount | undefined, folder: string): boolean {
  if (!account) return true;
  for (let path = resolve(folder); ; path = dirname(path)) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat && !mayPass(account, stat)) return false;
    if (path === dirname(path)) return true;
  }
}

function mayPass(account: PostgresAccount, { mode, uid, gid }: { mode: number; uid: number; gid: number }): boolean {
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

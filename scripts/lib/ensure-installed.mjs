import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { root } from './root.mjs';

function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own note of what it installed. Packages for
 * other platforms, which npm leaves out, do not count.
 */
export function isInstalled(folder = root) {
  const wanted = readLock(join(folder, 'package-lock.json')) ?? {};
  const installed = readLock(join(folder, 'node_modules/.package-lock.json'));
  if (!installed) return false;
  return Object.entries(wanted).every(([path, { version, link, optional }]) => {
    if (!path.includes('node_modules/') || link) return true;
    const present = installed[path];
    if (!present) return Boolean(optional);
    return present.version === version && existsSync(join(folder, path));
  });
}

/** Installs the locked packages where they are missing or of another version. No package's install script is run. */
export async function ensureInstalled({ log = console.log } = {}) {
  if (isInstalled()) return;
  log('Installing packages (once; about a minute)…');
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--include=dev', '--loglevel=error'];
  await run('npm', ['install', ...options], { cwd: root });
}

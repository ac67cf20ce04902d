import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function isProjectRoot(directory: string): boolean {
  const manifest = join(directory, 'package.json');
  if (!existsSync(manifest)) return false;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'esocial';
}

/** The folder of the whole project, found upwards from this file: the same for the sources and for the bundle. */
export function projectRoot(start: string = dirname(fileURLToPath(import.meta.url))): string {
  let directory = start;
  while (!isProjectRoot(directory)) {
    const parent = dirname(directory);
    if (parent === directory) throw new Error(`No package.json named "esocial" above ${start}`);
    directory = parent;
  }
  return directory;
}

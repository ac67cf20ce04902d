import type { Report } from './content-fault.ts';

/** A definition is found by its folder or file, so its key must be that name. */
export function checkKey(key: string, name: string, report: Report): void {
  if (key !== name) report('/key', `the key "${key}" must be "${name}", the name it is stored under`);
}

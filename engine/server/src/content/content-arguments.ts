import { parseArgs } from 'node:util';
import { isDay } from './parse-items.ts';

export interface ContentArguments {
  readonly command: 'validate' | 'apply';
  readonly folder: string;
  readonly effectiveFrom?: string;
  readonly dryRun: boolean;
}

export const usage = `Usage:
  npm run content -- validate <folder>
  npm run content -- apply <folder> [--effective-from yyyy-mm-dd] [--dry-run]`;

/** Reads the words after `npm run content --`; gives a sentence when they make no sense. */
export function readArguments(words: readonly string[]): ContentArguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { 'effective-from': { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    const [command, folder, ...rest] = positionals;
    if (command !== 'validate' && command !== 'apply') return `"${command ?? ''}" is no command.\n${usage}`;
    if (folder === undefined || rest.length > 0) return `Name one content folder.\n${usage}`;
    const effectiveFrom = values['effective-from'];
    if (effectiveFrom !== undefined && !isDay(effectiveFrom)) {
      return `--effective-from ${effectiveFrom} is not a date (yyyy-mm-dd).`;
    }
    return { command, folder, dryRun: values['dry-run'], ...(effectiveFrom === undefined ? {} : { effectiveFrom }) };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${usage}`;
  }
}

import path from 'node:path';
import process from 'node:process';
import { AppError } from '../errors/app-error.ts';
import { readArguments } from './content-arguments.ts';
import { hasErrors } from './content-fault.ts';
import { describeFaults } from './print-result.ts';
import { validateContent } from './validate-content.ts';

/** Runs the command; gives the exit code: 0 done, 1 faults in the content, 2 the command itself makes no sense. */
async function run(words: readonly string[]): Promise<number> {
  const request = readArguments(words);
  if (typeof request === 'string') {
    console.error(request);
    return 2;
  }
  const root = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), request.folder);
  const { faults } = await validateContent(root);
  for (const line of describeFaults(faults)) console.log(line);
  return hasErrors(faults) ? 1 : 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = 2;
}

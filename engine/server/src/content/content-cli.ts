import path from 'node:path';
import process from 'node:process';
import { openDatabase } from '../database/database.ts';
import { provideDatabase } from '../database/provide-database.ts';
import { AppError } from '../errors/app-error.ts';
import { SettingError } from '../settings/setting.ts';
import { readSettings } from '../settings/settings.ts';
import type { ApplyResult } from './apply-content.ts';
import { readArguments } from './content-arguments.ts';
import type { ContentArguments } from './content-arguments.ts';
import { hasErrors } from './content-fault.ts';
import { createContentServices } from './content-services.ts';
import { nothingKnown } from './definition-source.ts';
import { engineTargetOf } from './engine-target.ts';
import { describeChanges, describeCoverage, describeFaults } from './print-result.ts';
import { validateContent } from './validate-content.ts';
import type { ValidatedContent } from './validate-content.ts';

/** Runs the command; gives the exit code: 0 done, 1 faults in the content, 2 the command itself cannot be done. */
async function run(words: readonly string[]): Promise<number> {
  const request = readArguments(words);
  if (typeof request === 'string') {
    console.error(request);
    return 2;
  }
  const root = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), request.folder);
  const result = request.command === 'apply' ? await apply(root, request) : await validate(root);
  const failed = hasErrors(result.faults);
  for (const line of describeFaults(result.faults)) console.log(line);
  if ('coverage' in result) for (const line of describeCoverage(result.coverage)) console.log(line);
  if ('changes' in result && !failed) for (const line of describeChanges(result, request.dryRun)) console.log(line);
  if (failed && request.command === 'apply') console.log('Nothing was changed.');
  return failed ? 1 : 0;
}

/** Checked for the engine that the settings name, as the server's own publishing does. */
function validate(root: string): Promise<ValidatedContent> {
  return validateContent(root, nothingKnown, engineTargetOf(readSettings(process.env)));
}

/** Beside a running server or without one; the sandbox switches the release on, production leaves it for approval. */
async function apply(root: string, { effectiveFrom, dryRun }: ContentArguments): Promise<ApplyResult> {
  const settings = readSettings(process.env);
  const provided = await provideDatabase(settings);
  const database = openDatabase(provided.url, { poolSize: 2, applicationName: 'esocial content' });
  try {
    const options = {
      dryRun,
      activate: settings.saml === undefined,
      engine: engineTargetOf(settings),
      ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    };
    return await createContentServices(database).content.apply(root, options);
  } finally {
    await database.close();
    await provided.stop();
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof AppError || error instanceof SettingError ? error.message : error);
  process.exitCode = 2;
}

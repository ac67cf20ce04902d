import { openDatabase } from './database/database.ts';
import { prepareSandbox } from './sandbox/prepare-sandbox.ts';
import { SettingError } from './settings/setting.ts';
import { readSettings } from './settings/settings.ts';

/** The program that `npm start` runs at the first start, on the database that DATABASE_URL names. */
const settings = readSettings(process.env);
if (!settings.databaseUrl) throw new SettingError('DATABASE_URL', 'is missing');
const database = openDatabase(settings.databaseUrl);
try {
  await prepareSandbox(database, settings);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await database.close();
}

import { createContentServices } from '../../../content/content-services.ts';
import { openDatabase } from '../../../database/database.ts';
import { provideDatabase } from '../../../database/provide-database.ts';
import { SettingError } from '../../../settings/setting.ts';
import { readSettings } from '../../../settings/settings.ts';
import { replayView } from './replay-view.ts';

/** `npm run zeebe:check [-- --rebuild]`: ends with 1 when something differs and was not written. */
async function check(): Promise<number> {
  const provided = await provideDatabase(readSettings(process.env));
  const database = openDatabase(provided.url);
  try {
    const { definitions } = createContentServices(database);
    const report = await replayView({ database, definitions }, { rebuild: process.argv.includes('--rebuild') });
    for (const { instanceId, parts, rewritten } of report.differences) {
      console.warn(`${instanceId}: ${parts.join(', ')} ${rewritten ? 'written anew' : 'differ from the records'}`);
    }
    console.warn(`${report.instances} instances compared, ${report.differences.length} differ`);
    return report.differences.every(({ rewritten }) => rewritten) ? 0 : 1;
  } finally {
    await database.close();
    await provided.stop();
  }
}

try {
  process.exitCode = await check();
} catch (error) {
  console.error(error instanceof SettingError ? error.message : error);
  process.exitCode = 1;
}

import { projectRoot } from '../settings/project-root.ts';
import { SettingError } from '../settings/setting.ts';
import type { Settings } from '../settings/settings.ts';
import { chooseDataDirectory } from './embedded/data-directory.ts';
import { APP_ROLE, OWNER_ROLE, startEmbeddedPostgres } from './embedded/embedded-postgres.ts';
import { choosePostgresAccount } from './embedded/postgres-account.ts';
import { migrate } from './migrations.ts';

export interface ProvidedDatabase {
  /** As the application's role. */
  readonly url: string;
  /** Gives back what was started for it. */
  stop(): Promise<void>;
}

const DATABASE = 'esocial';

type DatabaseSettings = Pick<Settings, 'databaseUrl' | 'databaseOwnerUrl' | 'dataDirectory'>;

/** The database that the settings name, else the embedded one, started and migrated. */
export async function provideDatabase(settings: DatabaseSettings): Promise<ProvidedDatabase> {
  if (settings.databaseUrl) {
    if (settings.databaseOwnerUrl) await migrateOrExplain(settings.databaseOwnerUrl);
    return { url: settings.databaseUrl, stop: async () => undefined };
  }
  const root = projectRoot();
  const postgres = await startEmbeddedPostgres({
    root,
    dataDirectory: chooseDataDirectory(root, choosePostgresAccount(), settings.dataDirectory),
    databases: [DATABASE],
  });
  await migrate(postgres.connectionString(OWNER_ROLE, DATABASE));
  return {
    url: postgres.connectionString(APP_ROLE, DATABASE),
    async stop() {
      await postgres.stop();
    },
  };
}

async function migrateOrExplain(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNREFUSED' || error.code === 'ENOTFOUND') {
      throw new SettingError('DATABASE_OWNER_URL', `names a server that does not answer (${error.code})`);
    }
    throw error;
  });
}

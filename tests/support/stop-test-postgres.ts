import { stopTestPostgres } from '@esocial/server/database/test-database.ts';

/** After the server tests of a CI run: nothing of theirs stays behind. On a laptop the server is kept for the next run. */
export default async function stop(): Promise<void> {
  if (process.env['CI'] === 'true') await stopTestPostgres();
}

import type { RunningServer } from './serve.ts';
import { SettingError } from './settings/setting.ts';

/** Ctrl+C reaches the program twice when npm passes it on as well; that is one wish to end. */
const SAME_SIGNAL_MS = 1000;

/** Runs a server as a program: ends it on the first SIGINT or SIGTERM, at once on a later second one. */
export async function runProgram(start: () => Promise<RunningServer>): Promise<void> {
  let endingSince: number | undefined;
  let server: RunningServer | undefined;
  const end = (): void => {
    if (!server) process.exit(1);
    if (endingSince !== undefined) {
      if (Date.now() - endingSince > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    endingSince = Date.now();
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', end).on('SIGTERM', end);
  try {
    server = await start();
  } catch (error) {
    console.error(error instanceof SettingError ? error.message : error);
    process.exit(1);
  }
}

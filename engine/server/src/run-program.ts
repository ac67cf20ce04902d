import type { RunningServer } from './serve.ts';
import { SettingError } from './settings/setting.ts';

/** Runs a server as a program: ends it on the first SIGINT or SIGTERM, at once on the second. */
export async function runProgram(start: () => Promise<RunningServer>): Promise<void> {
  let ending = false;
  let server: RunningServer | undefined;
  const end = (): void => {
    if (ending || !server) process.exit(1);
    ending = true;
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

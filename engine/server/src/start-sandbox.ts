import { runProgram } from './run-program.ts';
import { prepareSandbox } from './sandbox/prepare-sandbox.ts';
import { serve } from './serve.ts';

/** `npm start`: a server with the shipped content and, in the sandbox, people and cases to try it with. */
await runProgram(async () => {
  const server = await serve({ prepare: prepareSandbox });
  console.warn(`\n  eSocial is ready: ${server.address}\n  End it with Ctrl+C; its data stay.\n`);
  return server;
});

// The service of the Restate peer: `node restate-service.mjs <folder of the SDK> <port> <database address>`.
import { createServer } from 'node:http2';
import { createRequire } from 'node:module';
import path from 'node:path';
import pg from 'pg';

const [sdkFolder, port, connectionString] = process.argv.slice(2);

// The SDK expects a newer Node than the project does.
Promise.withResolvers ??= () => {
  const deferred = {};
  deferred.promise = new Promise((resolve, reject) => Object.assign(deferred, { resolve, reject }));
  return deferred;
};

const restate = createRequire(path.join(sdkFolder, 'package.json'))('@restatedev/restate-sdk');
const pool = new pg.Pool({ connectionString, max: 16 });
const insert = { name: 'record', text: 'insert into restate_records values (gen_random_uuid(), $1, $2)' };

/** Keeps the submission as a record and remembers how far the case is. */
async function complete(context, submission) {
  await context.run('record', async () => {
    await pool.query({ ...insert, values: [context.key, submission] });
  });
  const step = ((await context.get('step')) ?? 0) + 1;
  context.set('step', step);
  return step;
}

const cases = restate.object({ name: 'case', handlers: { complete } });
createServer(restate.createEndpointHandler({ services: [cases] })).listen(Number(port), '127.0.0.1', () =>
  process.stdout.write('listening\n'),
);
process.once('SIGTERM', () => process.exit(0));

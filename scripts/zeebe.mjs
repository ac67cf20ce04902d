// `npm run zeebe [version]`: a Zeebe broker for this machine, fetched when it is missing, with the exporter pointed at
// eSocial. Ctrl+C ends it; its data stay in `.data/zeebe`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/root.mjs';
import { DEFAULT_VERSION, startZeebe, ZeebeMissing } from './lib/zeebe.mjs';

const version = process.argv[2] ?? DEFAULT_VERSION;
const dataDir = process.env.ZEEBE_DATA_DIR || join(root, '.data/zeebe', version);
const exporterUrl = process.env.ZEEBE_EXPORTER_URL || `http://127.0.0.1:${process.env.ZEEBE_STREAM_PORT || 9210}`;
const ports = { grpc: 26500, rest: 8080, management: 9600, command: 26501, internal: 26502 };

try {
  mkdirSync(dataDir, { recursive: true });
  const broker = await startZeebe({ version, ports, dataDir, exporterUrl });
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    console.log('\nEnding Zeebe …');
    void broker.stop();
  };
  process.on('SIGINT', end).on('SIGTERM', end);
  console.log(`
  Zeebe ${version} is ready: ${broker.grpcAddress}, REST ${broker.restUrl}
  Its record stream goes to ${exporterUrl}
  Start eSocial beside it with PROCESS_ENGINE=zeebe npm start
  End it with Ctrl+C; its data stay.
`);
  await broker.ended;
  process.exit(ending ? 0 : 1);
} catch (error) {
  console.error(error instanceof ZeebeMissing ? error.message : error);
  process.exit(1);
}

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DEFAULT_VERSION, ensureZeebe } from './zeebe-distribution.mjs';

export { DEFAULT_VERSION, ensureZeebe, ZeebeMissing } from './zeebe-distribution.mjs';

const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 15_000;
const javaOptions = '-Xms128m -Xmx512m -XX:+UseSerialGC -XX:MaxDirectMemorySize=256m';
/** Kinds of records that eSocial reads from the stream; the exporter is told to leave out the others. */
const unwanted = [
  'COMMAND_DISTRIBUTION',
  'COMPENSATION_SUBSCRIPTION',
  'DEPLOYMENT_DISTRIBUTION',
  'MESSAGE_BATCH',
  'SIGNAL_SUBSCRIPTION',
];

/**
 * Starts a Zeebe broker with little memory and waits until its partition has a leader.
 *
 * `ports` are `{grpc, rest, management, command, internal}`, free ones unless they are given. `exporterUrl` is where
 * the record stream goes; without it there is none. `dataDir` outlives the broker; without it the data are removed
 * at the end. Gives the addresses, `kill()` (as a power cut) and `stop()`. Throws ZeebeMissing.
 */
export async function startZeebe({
  version = DEFAULT_VERSION,
  ports = {},
  exporterUrl,
  dataDir,
  controlledClock = false,
  environment = {},
} = {}) {
  const { home, java } = await ensureZeebe(version);
  const chosen = { ...(await freePorts(ports)), ...ports };
  const data = dataDir ?? mkdtempSync(join(tmpdir(), 'esocial-zeebe-'));
  const broker = spawn(join(home, 'bin/broker'), [], {
    cwd: data,
    // A group of its own: Ctrl+C in the terminal reaches it through us, once.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...(java === 'java' ? {} : { JAVA_HOME: dirname(dirname(java)), JAVACMD: java }),
      JAVA_OPTS: javaOptions,
      ...networkSettings(chosen),
      ZEEBE_BROKER_DATA_DIRECTORY: join(data, 'data'),
      ZEEBE_BROKER_DATA_LOGSEGMENTSIZE: '16MB',
      ZEEBE_BROKER_DATA_DISK_ENABLEMONITORING: 'false',
      ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT: '64MB',
      ZEEBE_CLOCK_CONTROLLED: String(controlledClock),
      ZEEBE_LOG_LEVEL: 'warn',
      ATOMIX_LOG_LEVEL: 'error',
      ...(exporterUrl ? exporterSettings(exporterUrl) : {}),
      ...environment,
    },
  });
  const output = collectOutput(broker);
  const ended = new Promise((resolve) => broker.once('exit', resolve));
  const removeData = () => dataDir === undefined && rmSync(data, { recursive: true, force: true });

  async function end(signal) {
    if (broker.exitCode === null && broker.signalCode === null) broker.kill(signal);
    const cut = setTimeout(() => broker.kill('SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(cut);
    removeData();
  }
  const guard = endWithUs(broker);
  void ended.then(() => guard.kill('SIGKILL'));

  const running = {
    grpcAddress: `grpc://127.0.0.1:${chosen.grpc}`,
    restUrl: `http://127.0.0.1:${chosen.rest}`,
    managementUrl: `http://127.0.0.1:${chosen.management}`,
    version,
    ports: chosen,
    ended,
    output,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
  try {
    await untilLeader(running, broker);
  } catch (error) {
    await end('SIGKILL');
    throw error;
  }
  return running;
}

/** However this process ends, the broker does not outlive it: the guard's input ends with us. */
function endWithUs(broker) {
  const guard = spawn('sh', ['-c', `cat > /dev/null; kill -9 ${broker.pid}`], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  guard.stdin.unref?.();
  return guard;
}

function networkSettings({ grpc, rest, management, command, internal }) {
  return {
    ZEEBE_BROKER_GATEWAY_ENABLE: 'true',
    ZEEBE_BROKER_NETWORK_HOST: '127.0.0.1',
    ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT: String(command),
    ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT: String(internal),
    ZEEBE_BROKER_CLUSTER_INITIALCONTACTPOINTS: `127.0.0.1:${internal}`,
    ZEEBE_BROKER_GATEWAY_NETWORK_HOST: '127.0.0.1',
    ZEEBE_BROKER_GATEWAY_NETWORK_PORT: String(grpc),
    ZEEBE_BROKER_GATEWAY_CLUSTER_INITIALCONTACTPOINTS: `127.0.0.1:${internal}`,
    SERVER_ADDRESS: '127.0.0.1',
    SERVER_PORT: String(rest),
    MANAGEMENT_SERVER_ADDRESS: '127.0.0.1',
    MANAGEMENT_SERVER_PORT: String(management),
  };
}

/** The broker's own Elasticsearch exporter, pointed at a receiver of the record stream. */
export function exporterSettings(url) {
  const exporter = 'ZEEBE_BROKER_EXPORTERS_ESOCIAL_';
  return {
    [`${exporter}CLASSNAME`]: 'io.camunda.zeebe.exporter.ElasticsearchExporter',
    [`${exporter}ARGS_URL`]: url,
    [`${exporter}ARGS_BULK_DELAY`]: '1',
    [`${exporter}ARGS_BULK_SIZE`]: '20',
    ...Object.fromEntries(unwanted.map((type) => [`${exporter}ARGS_INDEX_${type.replaceAll('_', '')}`, 'false'])),
  };
}

async function untilLeader({ grpcAddress, restUrl, managementUrl, version, output }, broker) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (broker.exitCode !== null) throw new Error(`Zeebe ended with ${broker.exitCode}:\n${output()}`);
    if ((await hasLeader(restUrl, version)) && (await isManaged(managementUrl))) return;
    await delay(100);
  }
  throw new Error(`Zeebe at ${grpcAddress} (${managementUrl}) had no leader within two minutes:\n${output()}`);
}

async function hasLeader(restUrl, version) {
  const path = version.startsWith('8.5.') ? '/v1/topology' : '/v2/topology';
  try {
    const response = await fetch(`${restUrl}${path}`);
    const { brokers } = await response.json();
    return brokers.some(({ partitions }) =>
      partitions.some(({ partitionId, role }) => partitionId === 1 && String(role).toUpperCase() === 'LEADER'),
    );
  } catch {
    return false;
  }
}

/** The management port opens after the others. */
async function isManaged(managementUrl) {
  return fetch(`${managementUrl}/actuator/health`).then(
    () => true,
    () => false,
  );
}

function collectOutput(child) {
  let printed = '';
  const collect = (chunk) => {
    printed = (printed + chunk.toString()).slice(-20_000);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return () => printed;
}

async function freePorts(given) {
  const names = ['grpc', 'rest', 'management', 'command', 'internal'].filter((name) => given[name] === undefined);
  const probes = await Promise.all(names.map(() => listenAnywhere()));
  const ports = Object.fromEntries(names.map((name, index) => [name, probes[index].address().port]));
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}

function listenAnywhere() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => resolve(probe));
  });
}

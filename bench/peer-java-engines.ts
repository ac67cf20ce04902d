import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findJava } from '../scripts/lib/zeebe-distribution.mjs';
import { withEmptyDatabase } from './database.ts';
import type { BenchmarkDatabase } from './database.ts';
import { peerChain } from './peer-chain.ts';
import { PeerMissing } from './peer-missing.ts';

export type JavaEngine = 'camunda' | 'flowable';
export type History = 'none' | 'audit';

export interface EngineLoad {
  readonly tasks: number;
  readonly instances: number;
  /** For how long each number of clients is measured at most. */
  readonly seconds: number;
}

const LONGEST_RUN_MS = 180_000;
const built = path.resolve('.cache/bench-java');

/** Compiles the program that embeds the engines, with what Maven fetches for it; gives the Java that runs it. */
export function buildJavaEngines(): string {
  const java = wanted(findJava);
  const home = java === 'java' ? {} : { JAVA_HOME: path.dirname(path.dirname(java)) };
  const goals = ['compile', 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  const { status } = spawnSync('mvn', ['-B', '-q', '-f', 'bench/java/pom.xml', `-Dbench.target=${built}`, ...goals], {
    stdio: 'ignore',
    env: { ...process.env, ...home },
  });
  if (status !== 0) throw new PeerMissing('Maven is missing or could not fetch what bench/java/pom.xml names');
  return java;
}

function wanted(find: () => string): string {
  try {
    return find();
  } catch (error) {
    throw new PeerMissing(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Completions per second of user tasks of an engine embedded in a Java program, by the number of its threads, with
 * its tables in an empty database beside the benchmark's.
 */
export async function measureJavaEngine(
  java: string,
  database: BenchmarkDatabase,
  { engine, history, load }: { engine: JavaEngine; history: History; load: EngineLoad },
): Promise<Map<number, number>> {
  const bpmn = path.join(built, `${engine}.bpmn`);
  mkdirSync(built, { recursive: true });
  writeFileSync(bpmn, peerChain(engine, load.tasks));
  return withEmptyDatabase(database, `bench_${engine}_${history}`, async (url) => {
    const classes = [path.join(built, 'classes'), path.join(built, 'dependency/*')].join(path.delimiter);
    const numbers = [String(load.instances), String(load.seconds)];
    const options = ['-Xms256m', '-Xmx1g', '--enable-native-access=ALL-UNNAMED', '-cp', classes, 'bench.Main'];
    const output = await run(java, [...options, engine, history, jdbcAddress(url), bpmn, ...numbers]);
    const rates = [...output.matchAll(/^rate (\d+) ([\d.]+)$/gm)];
    return new Map(rates.map(([, clients, rate]) => [Number(clients), Number(rate)]));
  });
}

/** The embedded PostgreSQL listens on a socket in a folder, which JDBC knows only through a factory. */
function jdbcAddress(url: string): string {
  const { hostname, port, pathname, username, password } = new URL(url);
  const host = decodeURIComponent(hostname);
  const account = { user: username, password };
  if (!host.startsWith('/'))
    return `jdbc:postgresql://${host}:${port}${pathname}?${new URLSearchParams(account).toString()}`;
  const parameters = new URLSearchParams({
    ...account,
    socketFactory: 'org.newsclub.net.unix.AFUNIXSocketFactory$FactoryArg',
    socketFactoryArg: `${host}/.s.PGSQL.${port || '5432'}`,
  });
  return `jdbc:postgresql://localhost${pathname}?${parameters.toString()}`;
}

function run(program: string, parameters: readonly string[]): Promise<string> {
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.stderr += chunk.toString()));
  const kill = (): void => void child.kill('SIGKILL');
  const cut = setTimeout(kill, LONGEST_RUN_MS);
  process.once('exit', kill);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(cut);
      process.off('exit', kill);
      if (code === 0) resolve(printed.stdout);
      else reject(new Error(`The engine's program ended with ${code}: ${printed.stderr.slice(-2000)}`));
    });
  });
}

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The version that serves in production: the last one under the Zeebe Community License. */
export const DEFAULT_VERSION = '8.5.8';
const OLDEST_JAVA = 21;

/** SHA-256 of the distributions that are known to work. */
const checksums = {
  '8.5.8': '53ce62b008e61a87a3f7aed700065ad1352084a24c85771bc4e8300828bf95b4',
  '8.6.0': '5c699e86a6c9d290dd7b1f0b2ea648fb57fd1dacf1cab22c874219e58827ea45',
};

const javaFolders = [
  '/usr/lib/jvm',
  '/usr/java',
  '/opt/java',
  '/opt',
  '/Library/Java/JavaVirtualMachines',
  join(homedir(), '.sdkman/candidates/java'),
  join(homedir(), '.jdks'),
];

/** What is missing on this machine, with what to do about it. */
export class ZeebeMissing extends Error {}

/**
 * The folder of a Zeebe distribution and a Java that can run it. Fetches the distribution once, through Maven, into
 * the user's cache. Throws ZeebeMissing.
 */
export async function ensureZeebe(version = DEFAULT_VERSION) {
  const checksum = checksums[version];
  if (!checksum) {
    throw new ZeebeMissing(`Zeebe ${version} is not known here; use one of ${Object.keys(checksums).join(', ')}`);
  }
  const java = findJava();
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'esocial/zeebe');
  const home = join(cache, version);
  if (!existsSync(join(home, 'bin/broker'))) await fetchDistribution(version, checksum, cache);
  return { home, java };
}

async function fetchDistribution(version, checksum, cache) {
  requireMaven(version);
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, `fetch-${version}-`));
  try {
    console.log(`Fetching Zeebe ${version} (once, about 250 MB) …`);
    const goal = ['dependency:copy', `-Dartifact=io.camunda:camunda-zeebe:${version}:tar.gz`];
    const fetched = spawnSync('mvn', ['-B', '-q', ...goal, `-DoutputDirectory=${folder}`, '-Dtransitive=false'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const archive = join(folder, `camunda-zeebe-${version}.tar.gz`);
    if (fetched.status !== 0 || !existsSync(archive)) {
      throw new ZeebeMissing(
        `Maven could not fetch Zeebe ${version}: check that its repository can be reached, then try again`,
      );
    }
    await requireChecksum(archive, checksum);
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    moveInto(join(folder, `camunda-zeebe-${version}`), join(cache, version));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Another process may have been first. */
function moveInto(source, target) {
  try {
    renameSync(source, target);
  } catch (error) {
    if (!existsSync(join(target, 'bin/broker'))) throw error;
  }
}

function requireMaven(version) {
  if (spawnSync('mvn', ['--version'], { stdio: 'ignore' }).status === 0) return;
  throw new ZeebeMissing(
    `Zeebe ${version} is fetched by Maven, and the command mvn is missing: install the package "maven"`,
  );
}

async function requireChecksum(file, expected) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const actual = hash.digest('hex');
  if (actual !== expected) throw new ZeebeMissing(`${file} has the SHA-256 ${actual}; it must be ${expected}`);
}

/** The home of the first Java that is new enough, among JAVA_HOME, PATH and the usual folders. Throws ZeebeMissing. */
export function findJava() {
  const homes = [process.env.JAVA_HOME, ...javaFolders.flatMap(listHomes)].filter(Boolean);
  const programs = [...homes.map((home) => join(home, 'bin/java')), 'java'];
  const found = programs.find((program) => (program === 'java' || existsSync(program)) && isNewEnough(program));
  if (found) return found;
  throw new ZeebeMissing(
    `Zeebe needs Java ${OLDEST_JAVA} or later, and none was found: install a JDK, for example Temurin 21, and set JAVA_HOME to its folder`,
  );
}

function listHomes(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => [join(folder, name), join(folder, name, 'Contents/Home')]);
}

function isNewEnough(program) {
  const { stderr, status } = spawnSync(program, ['-version'], { encoding: 'utf8' });
  const major = /version "(\d+)/.exec(stderr ?? '')?.[1];
  return status === 0 && Number(major) >= OLDEST_JAVA;
}

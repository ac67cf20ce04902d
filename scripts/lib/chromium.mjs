import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const find = () => [process.env.CHROMIUM, ...candidates].find((file) => file && isExecutable(file));

/** The path of a Chromium, fetched by the machine's package manager where that is allowed; undefined when there is none. */
export function ensureChromium() {
  const present = find();
  if (present || process.getuid?.() !== 0) return present;
  console.log('Chromium is missing; installing it with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], {
    stdio: 'ignore',
    env,
  });
  return find();
}

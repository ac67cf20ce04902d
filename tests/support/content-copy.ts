import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunningServer } from './server.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folders = ['forms', 'workflows', 'classifiers', 'policies'];

/** A copy of the shipped content that a test may change. */
export interface ContentCopy {
  readonly folder: string;
  /** Replaces a file's text. */
  edit(file: string, change: (text: string) => string): void;
  remove(): void;
}

export function copyContent(): ContentCopy {
  const folder = mkdtempSync(path.join(tmpdir(), 'content-'));
  for (const name of folders) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  return {
    folder,
    edit(file, change) {
      const place = path.join(folder, file);
      const text = readFileSync(place, 'utf8');
      const changed = change(text);
      if (changed === text) throw new Error(`Nothing was changed in ${file}`);
      writeFileSync(place, changed);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface CommandResult {
  code: number;
  output: string;
}

/** `npm run content -- <command> <folder>` beside a running server, on the same database. */
export function runContent(
  command: 'validate' | 'apply',
  folder: string,
  server: RunningServer,
): Promise<CommandResult> {
  const program = path.join(root, 'engine/server/dist/content-cli.js');
  const env = { ...process.env, NODE_ENV: 'test', DATA_DIR: server.dataDirectory, LOG_LEVEL: 'warn' };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, command, folder], { env, cwd: root }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, output: stdout + stderr });
    });
  });
}

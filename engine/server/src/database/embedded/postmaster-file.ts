import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './file-lock.ts';

/** What a running PostgreSQL writes into postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly host: string;
  readonly port: number;
}

/** Reads postmaster.pid; undefined when there is none or its server has not yet written where it listens. */
export function readPostmaster(data: string): Postmaster | undefined {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port, socketFolder, address] = readFileSync(file, 'utf8').split('\n');
  const host = socketFolder?.trim() || address?.trim();
  return pid && port && host ? { pid: Number(pid), host, port: Number(port) } : undefined;
}

/**
 * Whether postmaster.pid was left behind: its process is gone, or the number now belongs to a process that is no
 * PostgreSQL on this folder (after a restart of the machine).
 */
export function isStale(postmaster: Postmaster, data: string): boolean {
  if (!isAlive(postmaster.pid)) return true;
  const commandLine = `/proc/${postmaster.pid}/cmdline`;
  if (!existsSync('/proc/self/cmdline')) return false;
  return !existsSync(commandLine) || !readFileSync(commandLine, 'utf8').split('\0').includes(data);
}

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withFileLock } from './file-lock.ts';

describe('withFileLock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  const lock = join(folder, 'lock');

  afterAll(() => rmSync(folder, { recursive: true }));

  it('lets one work at a time', async () => {
    // given
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      log.push(`${name} ends`);
    };

    // when
    await Promise.all([withFileLock(lock, work('a')), withFileLock(lock, work('b'))]);

    // then
    expect(log.map((line) => line.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends']);
  });

  it('takes over the lock of a process that was killed', async () => {
    // given
    writeFileSync(lock, '999999999');

    // then
    expect(await withFileLock(lock, async () => 'done')).toBe('done');
  });

  it('is given back when the work fails', async () => {
    // when
    await expect(withFileLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');

    // then
    expect(existsSync(lock)).toBe(false);
  });
});

import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseDataDirectory } from './data-directory.ts';
import { canEnter, choosePostgresAccount } from './postgres-account.ts';

const passwd =
  (...names: string[]) =>
  () =>
    [
      'root:x:0:0::/root:/bin/sh',
      ...names.map((name, index) => `${name}:x:${100 + index}:${200 + index}::/:/bin/false`),
    ].join('\n');

describe('choosePostgresAccount', () => {
  it('is nobody else when somebody but root starts', () => {
    // then
    expect(choosePostgresAccount(1000, passwd('postgres'))).toBeUndefined();
  });

  it('is postgres, else nobody, for root', () => {
    // then
    expect(choosePostgresAccount(0, passwd('nobody', 'postgres'))).toEqual({ uid: 101, gid: 201 });
    expect(choosePostgresAccount(0, passwd('nobody'))).toEqual({ uid: 100, gid: 200 });
    expect(choosePostgresAccount(0, passwd())).toEqual({ uid: 65534, gid: 65534 });
  });
});

describe('canEnter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'home-'));
  const project = join(folder, 'project');
  const stranger = { uid: 64_000, gid: 64_000 };

  beforeAll(() => mkdirSync(project));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    [0o755, true],
    [0o711, true],
    [0o700, false],
    [0o750, false],
  ])('a project in a home of mode %o: %s', (mode, expected) => {
    // given
    chmodSync(folder, mode);

    // then
    expect(canEnter(stranger, project)).toBe(expected);
    expect(canEnter(undefined, project)).toBe(true);
  });

  it('chooses a place outside of a home that PostgreSQL cannot enter', () => {
    // given
    chmodSync(folder, 0o700);

    // then
    expect(chooseDataDirectory(project, stranger)).toMatch(/^\/var\/lib\/esocial-[0-9a-f]{12}\/data$/);
    expect(chooseDataDirectory(project, undefined)).toBe(join(project, '.data'));
    expect(chooseDataDirectory(project, stranger, '/elsewhere')).toBe('/elsewhere');
  });
});

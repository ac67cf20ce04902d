import { indexActiveVersions, keepFresh } from './active-versions.ts';
import type { DefinitionKind, VersionSummary } from './definition.ts';

function version(kind: DefinitionKind, key: string, number: number, effectiveFrom: string): VersionSummary {
  const id = `${kind}-${key}-${number}`;
  return { id, kind, key, number, effectiveFrom, digest: id, state: 'active', releaseId: 'r' };
}

describe('active versions', () => {
  const versions = indexActiveVersions([
    version('form', 'a', 3, '2026-06-01'),
    version('form', 'a', 2, '2026-01-01'),
    version('form', 'a', 1, '2026-01-01'),
    version('form', 'b', 1, '2026-03-01'),
    version('role', 'a', 1, '2020-01-01'),
  ]);

  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 2],
    ['2026-05-31', 2],
    ['2026-06-01', 3],
  ])('finds on %s the newest that holds: %s', (at, number) => {
    expect(versions.find('form', 'a', at)?.number).toBe(number);
  });

  it('lists one version a key of the kind', () => {
    expect(versions.list('form', '2026-02-01').map(({ id }) => id)).toEqual(['form-a-2']);
    expect(versions.list('form', '2026-07-01').map(({ id }) => id)).toEqual(['form-a-3', 'form-b-1']);
    expect(versions.find('workflow', 'a', '2026-07-01')).toBeUndefined();
  });
});

describe('a value kept fresh', () => {
  it('is loaded again when it is old or invalidated', async () => {
    // given
    let now = 0;
    const load = jest.fn(async () => now);
    const value = keepFresh(load, 100, () => now);

    // when
    const first = [await value.get(), await value.get()];
    now = 101;
    const old = await value.get();
    value.invalidate();
    now = 102;
    const invalidated = await value.get();

    // then
    expect([...first, old, invalidated]).toEqual([0, 0, 101, 102]);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('is loaded again after a failure', async () => {
    // given
    const load = jest.fn().mockRejectedValueOnce(new Error('down')).mockResolvedValue('up');
    const value = keepFresh<unknown>(load, 100);

    // then
    await expect(value.get()).rejects.toThrow('down');
    expect(await value.get()).toBe('up');
  });
});

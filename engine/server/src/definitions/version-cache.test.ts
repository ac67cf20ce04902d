import { createVersionCache } from './version-cache.ts';

describe('version cache', () => {
  it('makes a value once, also for those who ask while it is being made', async () => {
    // given
    const cache = createVersionCache<string>(10);
    const make = jest.fn(async (id: string) => `made ${id}`);

    // when
    const values = await Promise.all([cache.get('a', make), cache.get('a', make), cache.get('b', make)]);

    // then
    expect(values).toEqual(['made a', 'made a', 'made b']);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('drops what was not used for longest', async () => {
    // given
    const cache = createVersionCache<string>(2);
    const make = jest.fn(async (id: string) => id);
    await cache.get('a', make);
    await cache.get('b', make);
    await cache.get('a', make);

    // when
    await cache.get('c', make);
    await cache.get('a', make);
    await cache.get('b', make);

    // then
    expect(cache.size).toBe(2);
    expect(make.mock.calls.map(([id]) => id)).toEqual(['a', 'b', 'c', 'b']);
  });

  it('does not keep a failure', async () => {
    // given
    const cache = createVersionCache<string>(2);
    await expect(cache.get('a', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database');

    // when
    const value = await cache.get('a', async () => 'there');

    // then
    expect(value).toBe('there');
  });
});

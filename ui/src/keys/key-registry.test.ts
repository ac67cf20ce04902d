import { KeyRegistry, type KeyPress } from './key-registry.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  at: 0,
  busy: false,
  ...more,
});
const shortcut = (keys: string, label = keys) => ({ keys, label, run: () => undefined });

describe('shortcuts', () => {
  it('are found by their key', () => {
    // given
    const registry = new KeyRegistry();
    registry.add({ scope: 'page', shortcuts: [shortcut('j')] });
    // then
    expect(registry.match(press('j'))?.label).toBe('j');
    expect(registry.match(press('k'))).toBeUndefined();
  });

  it('are not taken from somebody who writes, except with Ctrl', () => {
    // given
    const registry = new KeyRegistry();
    registry.add({ scope: 'everywhere', shortcuts: [shortcut('j'), shortcut('Ctrl+K')] });
    // then
    expect(registry.match(press('j', { busy: true }))).toBeUndefined();
    expect(registry.match(press('k', { ctrl: true, busy: true }))?.keys).toBe('Ctrl+K');
  });

  it('may be two keys in a row, within a moment', () => {
    // given
    const registry = new KeyRegistry();
    registry.add({ scope: 'everywhere', shortcuts: [shortcut('g t')] });
    // when
    registry.match(press('g', { at: 0 }));
    // then
    expect(registry.match(press('t', { at: 500 }))?.keys).toBe('g t');
    registry.match(press('g', { at: 1_000 }));
    expect(registry.match(press('t', { at: 5_000 }))).toBeUndefined();
  });

  it('of the page come before those of the shell and go with it', () => {
    // given
    const registry = new KeyRegistry();
    registry.add({ scope: 'everywhere', shortcuts: [shortcut('c', 'shell')] });
    const remove = registry.add({ scope: 'page', shortcuts: [shortcut('c', 'page')] });
    // then
    expect(registry.match(press('c'))?.label).toBe('page');
    remove();
    expect(registry.match(press('c'))?.label).toBe('shell');
  });
});

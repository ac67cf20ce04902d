import { readDisplaySettings, writeDisplaySettings } from './display-settings.ts';

describe('display settings', () => {
  beforeEach(() => localStorage.clear());

  it('follow the system and are roomy at first', () => {
    expect(readDisplaySettings(localStorage)).toEqual({ colorScheme: 'auto', density: 'comfortable' });
  });

  it('are what was kept', () => {
    // when
    writeDisplaySettings(localStorage, { colorScheme: 'dark', density: 'compact' });
    // then
    expect(readDisplaySettings(localStorage)).toEqual({ colorScheme: 'dark', density: 'compact' });
  });

  it('are the defaults when the entry is broken', () => {
    // given
    localStorage.setItem('esocial-display', '{');
    // then
    expect(readDisplaySettings(localStorage).density).toBe('comfortable');
  });
});

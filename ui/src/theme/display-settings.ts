/** How this browser shows the product; a matter of the screen, so it stays in the browser. */
export interface DisplaySettings {
  colorScheme: 'light' | 'dark' | 'auto';
  density: 'comfortable' | 'compact';
}

const storageKey = 'esocial-display';
const defaults: DisplaySettings = { colorScheme: 'auto', density: 'comfortable' };

function isSettings(value: unknown): value is Partial<DisplaySettings> {
  return typeof value === 'object' && value !== null;
}

/** Reads the settings; a broken or missing entry gives the defaults. */
export function readDisplaySettings(storage: Storage): DisplaySettings {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? '{}');
    return isSettings(stored) ? { ...defaults, ...stored } : defaults;
  } catch {
    return defaults;
  }
}

/** Keeps the settings; a full or forbidden storage only means they are asked for again. */
export function writeDisplaySettings(storage: Storage, settings: DisplaySettings): void {
  try {
    storage.setItem(storageKey, JSON.stringify(settings));
  } catch (error) {
    console.warn('Display settings could not be kept.', error);
  }
}

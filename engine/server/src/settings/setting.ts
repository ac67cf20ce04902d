/** One setting: its environment variable, what it is for, its default and how its text is read. */
export interface Setting<T> {
  readonly name: string;
  readonly description: string;
  /** The default as it would be written; undefined: unset. */
  readonly fallback: string | undefined;
  /** Reads the text; throws a SettingError that says what is allowed. */
  readonly parse: (text: string) => T;
}

/** A setting that stops the start; the message names it and says what it may be. */
export class SettingError extends Error {
  constructor(name: string, problem: string) {
    super(`The setting ${name} ${problem}`);
    this.name = 'SettingError';
  }
}

export function text(name: string, fallback: string | undefined, description: string): Setting<string> {
  return { name, fallback, description, parse: (value) => value };
}

export function integer(
  name: string,
  fallback: number,
  range: readonly [number, number],
  description: string,
): Setting<number> {
  return {
    name,
    description,
    fallback: String(fallback),
    parse(value) {
      const number = Number(value);
      if (/^\d+$/.test(value) && number >= range[0] && number <= range[1]) return number;
      throw new SettingError(name, `is "${value}" but must be a whole number from ${range[0]} to ${range[1]}`);
    },
  };
}

export function choice<T extends string>(
  name: string,
  fallback: T | undefined,
  values: readonly T[],
  description: string,
): Setting<T> {
  return {
    name,
    fallback,
    description,
    parse(value) {
      const found = values.find((candidate) => candidate === value);
      if (found !== undefined) return found;
      throw new SettingError(name, `is "${value}" but must be one of: ${values.join(', ')}`);
    },
  };
}

export function address(
  name: string,
  fallback: string | undefined,
  protocols: readonly string[],
  description: string,
): Setting<string> {
  return {
    name,
    fallback,
    description,
    parse(value) {
      // The value itself is left out of the message: an address may hold a password.
      if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value.replace(/\/$/, '');
      throw new SettingError(
        name,
        `must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
      );
    },
  };
}

/** The value of a setting, or its default; undefined when it has neither. An empty text counts as unset. */
export function read<T>(setting: Setting<T>, environment: Readonly<Record<string, string | undefined>>): T | undefined {
  const value = environment[setting.name]?.trim() || setting.fallback;
  return value === undefined ? undefined : setting.parse(value);
}

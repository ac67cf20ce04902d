/** Texts of one namespace: nested objects whose leaves are messages. */
export interface Texts {
  [key: string]: string | Texts;
}

function flatten(texts: Texts, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    const path = `${prefix}${key}`;
    if (typeof value === 'string') found.set(path, value);
    else for (const [inner, text] of flatten(value, `${path}.`)) found.set(inner, text);
  }
  return found;
}

function placeholders(message: string): string {
  const names = [...message.matchAll(/(?<!(?:=\d+|zero|one|two|few|many|other)\s*)\{(\w+)(?=[,}])/g)].map(
    (match) => match[1] ?? '',
  );
  return [...new Set(names)].sort().join(', ');
}

/**
 * What is wrong with a translation: keys that Romanian has and it lacks, keys that Romanian does
 * not know, empty texts, and messages that name other placeholders.
 */
export function findTextFaults(romanian: Texts, translated: Texts): string[] {
  const source = flatten(romanian);
  const target = flatten(translated);
  const faults: string[] = [];
  for (const [key, text] of source) {
    const translation = target.get(key);
    if (!translation) faults.push(`${key} is missing`);
    else if (placeholders(text) !== placeholders(translation)) {
      faults.push(`${key} names {${placeholders(translation)}} instead of {${placeholders(text)}}`);
    }
  }
  for (const key of target.keys()) if (!source.has(key)) faults.push(`${key} is unknown in Romanian`);
  return faults;
}

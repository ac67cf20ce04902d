/** Something the palette can do or open. */
export interface Command {
  id: string;
  label: string;
  group: string;
  keys?: string;
  run: () => void;
}

/** Lower case without diacritics, with ș/ş and ț/ţ alike: "sterge" finds "Șterge". */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** The commands whose label contains every word of `query`, those that begin with it first. */
export function matchCommands(commands: readonly Command[], query: string): Command[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  const first = words[0] ?? '';
  return commands
    .filter((command) => words.every((word) => foldText(command.label).includes(word)))
    .sort((left, right) => rank(left, first) - rank(right, first));
}

function rank(command: Command, word: string): number {
  return foldText(command.label).startsWith(word) ? 0 : 1;
}

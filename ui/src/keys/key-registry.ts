/** One shortcut: `j`, `?`, `Ctrl+K`, or two keys after one another, `g t`. */
export interface Shortcut {
  keys: string;
  label: string;
  run: () => void;
}

export interface ShortcutGroup {
  scope: 'everywhere' | 'page';
  shortcuts: readonly Shortcut[];
}

export interface KeyPress {
  key: string;
  ctrl: boolean;
  at: number;
  /** Whether the person is writing, or answering a dialog: then only keys with Ctrl count. */
  busy: boolean;
}

const sequenceMilliseconds = 1_200;

/** Holds the shortcuts of what is on the page and finds the one that a key press means. */
export class KeyRegistry {
  private groups: ShortcutGroup[] = [];
  private prefix: { key: string; at: number } | undefined;

  /** Adds a group and returns the way to remove it. */
  add(group: ShortcutGroup): () => void {
    this.groups = [...this.groups, group];
    return () => {
      this.groups = this.groups.filter((each) => each !== group);
    };
  }

  list(): readonly ShortcutGroup[] {
    return this.groups;
  }

  /** The shortcut meant by `press`; remembers the first key of a sequence. */
  match(press: KeyPress): Shortcut | undefined {
    if (press.busy && !press.ctrl) return undefined;
    const name = press.ctrl ? `Ctrl+${press.key.length === 1 ? press.key.toUpperCase() : press.key}` : press.key;
    const started = this.prefix && press.at - this.prefix.at < sequenceMilliseconds ? this.prefix.key : undefined;
    this.prefix = undefined;
    const found = (started && this.find(`${started} ${name}`)) || this.find(name);
    if (!found && this.begins(name)) this.prefix = { key: name, at: press.at };
    return found || undefined;
  }

  private find(keys: string): Shortcut | undefined {
    return this.all().find((shortcut) => shortcut.keys === keys);
  }

  private begins(key: string): boolean {
    return this.all().some((shortcut) => shortcut.keys.startsWith(`${key} `));
  }

  /** The page's own shortcuts come before those of the shell. */
  private all(): Shortcut[] {
    return [...this.groups].reverse().flatMap((group) => group.shortcuts);
  }
}

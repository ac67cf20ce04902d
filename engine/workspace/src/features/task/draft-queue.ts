import type { FormChanges } from '@esocial/ui/forms/runtime-types.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';

/** What the server holds after a save. */
export interface SavedDraft {
  version: number;
  data: JsonObject;
  updatedAt: string;
  conflicts?: string[];
}

export interface DraftState {
  status: 'clean' | 'saving' | 'saved' | 'waiting';
  savedAt: string | undefined;
  /** Fields that somebody else had changed first; their value stands and is shown. */
  conflicts: readonly string[];
}

interface DraftQueueOptions {
  base: number;
  /** What the server held when the form opened. */
  data: JsonObject;
  savedAt: string | undefined;
  save: (base: number, changes: FormChanges) => Promise<SavedDraft>;
  /** Values that somebody else saved meanwhile. */
  onMerge: (changes: FormChanges) => void;
  onState: (state: DraftState) => void;
  retryMilliseconds?: number;
}

const top = (pointer: string) => `/${pointer.split('/')[1] ?? ''}`;
const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);

/**
 * Saves changes one after another, never two at once. What could not be saved waits and is sent
 * again with what was typed since, so nothing is lost while the connection is away.
 */
export class DraftQueue {
  private readonly options: DraftQueueOptions;
  private base: number;
  private known: JsonObject;
  private waiting: FormChanges = {};
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private state: DraftState;

  constructor(options: DraftQueueOptions) {
    this.options = options;
    this.base = options.base;
    this.known = options.data;
    this.state = { status: options.savedAt ? 'saved' : 'clean', savedAt: options.savedAt, conflicts: [] };
  }

  /** Takes changes and saves them as soon as the save before has ended. */
  push(changes: FormChanges): void {
    this.waiting = { ...this.waiting, ...changes };
    void this.drain();
  }

  /** Resolves when everything is saved or has to wait. */
  async drain(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.saveAll().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Stops trying; for leaving the page. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private async saveAll(): Promise<void> {
    while (Object.keys(this.waiting).length > 0) {
      const changes = this.waiting;
      this.waiting = {};
      this.tell({ status: 'saving' });
      try {
        this.accept(await this.options.save(this.base, changes), changes);
      } catch {
        this.waiting = { ...changes, ...this.waiting };
        this.tell({ status: 'waiting' });
        this.timer = setTimeout(() => void this.drain(), this.options.retryMilliseconds ?? 5_000);
        return;
      }
    }
  }

  private accept(saved: SavedDraft, sent: FormChanges): void {
    const refused = saved.conflicts ?? [];
    const taken = Object.keys(sent).filter((pointer) => !refused.includes(pointer));
    const own = new Set([...taken, ...Object.keys(this.waiting)].map(top));
    const names = new Set([...Object.keys(saved.data), ...Object.keys(this.known)]);
    const foreign: FormChanges = {};
    for (const name of names) {
      const changed =
        !same(saved.data[name], this.known[name]) || refused.some((pointer) => top(pointer) === `/${name}`);
      if (changed && !own.has(`/${name}`)) foreign[`/${name}`] = saved.data[name] ?? null;
    }
    this.base = saved.version;
    this.known = saved.data;
    if (Object.keys(foreign).length > 0) this.options.onMerge(foreign);
    this.tell({ status: 'saved', savedAt: saved.updatedAt, conflicts: saved.conflicts ?? this.state.conflicts });
  }

  private tell(changes: Partial<DraftState>): void {
    this.state = { ...this.state, ...changes };
    this.options.onState(this.state);
  }
}

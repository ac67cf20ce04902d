import { FeelEvaluationError } from './errors.ts';
import type { FeelWarning } from './errors.ts';
import { FeelLimitError } from './limits.ts';
import type { FeelLimits } from './limits.ts';
import type { FeelValue } from './values.ts';

export type Dialect = 'zeebe' | 'dmn';
const MAX_WARNINGS = 100;

/** One evaluation: its counters, its warnings, and what it may know of the world. */
export class Run {
  readonly warnings: FeelWarning[] = [];
  #steps = 0;
  #calls = 0;
  #nesting = 0;
  readonly #seed: string;
  #random: number | undefined;

  constructor(
    readonly limits: FeelLimits,
    readonly dialect: Dialect,
    readonly now: string | undefined,
    readonly timeZone: string,
    seed: string,
  ) {
    this.#seed = seed;
  }

  /** Whether another warning would be dropped, so that its text need not be made. */
  get isFullOfWarnings(): boolean {
    return this.warnings.length >= MAX_WARNINGS;
  }

  /** Records why something is null, and is that null. */
  warn(code: FeelWarning['code'], message: string): null {
    if (!this.isFullOfWarnings) this.warnings.push({ code, message });
    return null;
  }

  /** What Zeebe fails at is null in the standard. */
  fail(code: FeelWarning['code'], message: string): null {
    if (this.dialect === 'zeebe') throw new FeelEvaluationError(message);
    return this.warn(code, message);
  }

  step(count = 1): void {
    this.#steps += count;
    if (this.#steps > this.limits.steps) throw new FeelLimitError('steps', this.limits.steps);
  }

  /** Counts what it costs to go through values once: 256 characters or 4 elements are a step. */
  through(values: readonly FeelValue[]): void {
    for (const value of values) {
      if (typeof value === 'string') this.step(value.length >> 8);
      else if (Array.isArray(value)) this.step(value.length >> 2);
    }
  }

  nested<T>(evaluate: () => T): T {
    this.enter();
    const value = evaluate();
    this.leave();
    return value;
  }

  enter(): void {
    this.step();
    if (++this.#nesting > this.limits.depth * 10) throw new FeelLimitError('depth', this.limits.depth);
  }

  leave(): void {
    this.#nesting--;
  }

  call<T>(evaluate: () => T): T {
    if (++this.#calls > this.limits.depth) throw new FeelLimitError('depth', this.limits.depth);
    const value = evaluate();
    this.#calls--;
    return value;
  }

  list<T extends readonly FeelValue[]>(list: T): T {
    this.listOfSize(list.length);
    return list;
  }

  listOfSize(size: number): void {
    if (size > this.limits.listSize) throw new FeelLimitError('listSize', this.limits.listSize);
  }

  string(text: string): string {
    if (text.length > this.limits.stringSize) throw new FeelLimitError('stringSize', this.limits.stringSize);
    return text;
  }

  /** A number in [0, 1): the same sequence for the same seed, so that a run can be repeated. */
  random(): number {
    const next = ((this.#random ?? hash(this.#seed)) + 0x6d2b79f5) | 0;
    this.#random = next;
    let mixed = Math.imul(next ^ (next >>> 15), 1 | next);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value;
}

/** Names in force at one place of an expression, inner ones first. */
export class Scope {
  constructor(
    readonly run: Run,
    readonly parent: Scope | null,
    readonly own: (name: string) => FeelValue | undefined,
    /** What `?` stands for. */
    readonly input: FeelValue | undefined,
  ) {}

  find(name: string): FeelValue | undefined {
    let value = this.own(name);
    for (let scope = this.parent; value === undefined && scope; scope = scope.parent) value = scope.own(name);
    return value;
  }

  with(own: (name: string) => FeelValue | undefined): Scope {
    return new Scope(this.run, this, own, this.input);
  }

  withValues(values: ReadonlyMap<string, FeelValue>): Scope {
    return this.with((name) => values.get(name));
  }

  withInput(input: FeelValue): Scope {
    return new Scope(this.run, this, () => undefined, input);
  }
}

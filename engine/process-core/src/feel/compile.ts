import type { Json } from '../types.ts';
import { Compiler, normalName } from './compiler.ts';
import type { Evaluate } from './compiler.ts';
import type { Direct } from './direct/direct.ts';
import { compileDirect } from './direct/registry.ts';
import { FeelSyntaxError } from './errors.ts';
import type { FeelWarning } from './errors.ts';
import { fromJson } from './from-json.ts';
import { DEFAULT_LIMITS, FeelLimitError } from './limits.ts';
import type { FeelLimits } from './limits.ts';
import { NODE_COMPILERS } from './nodes/registry.ts';
import { parseFeel } from './parse.ts';
import type { KnownNames } from './name-tracker.ts';
import type { Top } from './parse.ts';
import { Run, Scope } from './run.ts';
import type { Dialect } from './run.ts';
import { toJson } from './to-json.ts';
import type { TemporalNotation } from './to-json.ts';
import type { FeelType, FeelValue } from './values.ts';

export interface FeelOptions {
  limits?: Partial<FeelLimits>;
  /** The instant that `now()` and `today()` see, RFC 3339. Without it they are null. */
  now?: string;
  /** What `?` stands for in unary tests. */
  inputValue?: unknown;
  /** The zone of `now()` and `today()`, Europe/Chisinau unless said otherwise. */
  timeZone?: string;
  dialect?: Dialect;
  /** Starts the sequence of `random number()` and `uuid()`; by default made of the source and `now`. */
  seed?: string;
  /** How the result writes dates, times and durations; as Zeebe does unless said otherwise. */
  temporals?: TemporalNotation;
}

export interface FeelResult {
  value: Json;
  warnings: FeelWarning[];
}

export interface FeelExpression {
  readonly source: string;
  /** The variables that the expression refers to. */
  readonly names: readonly string[];
  /** Evaluates over JSON and gives JSON. Throws `FeelEvaluationError`, and nothing else. */
  evaluate(context: Record<string, unknown>, options?: FeelOptions): FeelResult;
  /** As `evaluate`, with the value as FEEL has it. */
  evaluateRaw(context: Record<string, unknown>, options?: FeelOptions): { value: FeelValue; warnings: FeelWarning[] };
  /** Evaluates as a part of a larger evaluation, such as a decision. */
  evaluateIn(scope: Scope): FeelValue;
}

export interface CompileOptions {
  /** Names with special characters or keywords that may occur, with the names inside them. */
  names?: KnownNames;
  /** Types that `instance of` and parameters may name besides FEEL's own. */
  typeOf?: (name: string) => FeelType | undefined;
}

/** Compiles an expression. Throws `FeelSyntaxError`. */
export function compileExpression(source: string, options: CompileOptions = {}): FeelExpression {
  return compileTop(source, 'Expression', options);
}

/** Compiles an input entry of a decision table: `-`, `> 5, [1..3]`, `not("a")`. Throws `FeelSyntaxError`. */
export function compileUnaryTests(source: string, options: CompileOptions = {}): FeelExpression {
  return compileTop(source, 'UnaryTests', options);
}

/**
 * Zeebe marks an expression by a leading `=`. Gives the expression behind it; undefined where the text is a static
 * value.
 */
export function stripEquals(text: string): string | undefined {
  const trimmed = text.trimStart();
  return trimmed.startsWith('=') ? trimmed.slice(1).trim() : undefined;
}

function compileTop(source: string, top: Top, options: CompileOptions): FeelExpression {
  const compiler = new Compiler(
    source,
    NODE_COMPILERS,
    knownSpellings(options.names),
    options.typeOf ?? (() => undefined),
  );
  const { evaluate, direct } = guardStack(
    () => {
      const tree = parseFeel(source, top, options.names);
      return { evaluate: compiler.expression(tree), direct: compileDirect(tree, compiler) };
    },
    () => new FeelSyntaxError('The expression is nested too deeply.', '', 0),
  );
  return createExpression(source, [...compiler.free], evaluate, direct);
}

function createExpression(
  source: string,
  names: readonly string[],
  compiled: Evaluate,
  direct: Direct | undefined,
): FeelExpression {
  const evaluateRaw: FeelExpression['evaluateRaw'] = (context, options = {}) => {
    const scope = createScope(context, options, source);
    const value = guardStack(
      () => compiled(scope),
      () => new FeelLimitError('depth', scope.run.limits.depth),
    );
    return { value, warnings: scope.run.warnings };
  };
  const evaluate: FeelExpression['evaluate'] = (context, options) => {
    // the limits that a caller sets are counted by the interpreter alone
    const quick = direct && options?.limits === undefined ? direct(context) : undefined;
    if (quick !== undefined) return { value: quick as Json, warnings: [] };
    const { value, warnings } = evaluateRaw(context, options);
    return { value: toJson(value, options?.temporals), warnings };
  };
  return { source, names, evaluate, evaluateRaw, evaluateIn: compiled };
}

/** The outermost scope of an evaluation over JSON variables. */
export function createScope(context: Record<string, unknown>, options: FeelOptions, seed: string): Scope {
  const { now, timeZone = 'Europe/Chisinau', dialect = 'zeebe' } = options;
  const limits = options.limits ? { ...DEFAULT_LIMITS, ...options.limits } : DEFAULT_LIMITS;
  const run = new Run(limits, dialect, now, timeZone, options.seed ?? `${seed}|${now ?? ''}`);
  const values = new Map<string, FeelValue>();
  const own = (name: string): FeelValue | undefined => {
    const known = values.get(name);
    if (known !== undefined || !Object.hasOwn(context, name)) return known;
    const value = fromJson(context[name]);
    values.set(name, value);
    return value;
  };
  return new Scope(run, null, own, options.inputValue === undefined ? undefined : fromJson(options.inputValue));
}

function knownSpellings(names: KnownNames | undefined): ReadonlyMap<string, string> {
  const spellings = new Map<string, string>();
  const collect = (level: KnownNames): void => {
    for (const [name, inner] of Object.entries(level)) {
      spellings.set(normalName(name), name);
      if (inner !== 1) collect(inner);
    }
  };
  if (names) collect(names);
  return spellings;
}

/** The counted limits end an evaluation long before the stack does, unless the caller's own stack is nearly full. */
function guardStack<T>(work: () => T, error: () => Error): T {
  try {
    return work();
  } catch (caught) {
    if (caught instanceof RangeError) throw error();
    throw caught;
  }
}

/**
 * Takes the place of `re2js` (40 kB) in the pages of caseworkers, over the browser's own regular expressions: FEEL's `matches`,
 * `replace`, `split` and `extract` in forms. A hostile pattern could only hold up the page of who opens the form; the server, which
 * decides, and the designer, where patterns are written, run RE2.
 */
export class RE2JS {
  static readonly CASE_INSENSITIVE = 1;
  static readonly DOTALL = 2;
  static readonly MULTILINE = 4;
  readonly #expression: RegExp;

  private constructor(expression: RegExp) {
    this.#expression = expression;
  }

  /** Throws a SyntaxError for a pattern that is none. */
  static compile(pattern: string, flags = 0): RE2JS {
    const native = pattern.replace(/\\([pP])([A-Z])/g, '\\$1{$2}');
    const letters = `g${flags & RE2JS.CASE_INSENSITIVE ? 'i' : ''}${flags & RE2JS.DOTALL ? 's' : ''}${flags & RE2JS.MULTILINE ? 'm' : ''}`;
    const bare = native.replace(/\\[^1-9]/gs, '');
    if (/\(\?<?[=!]|\\[1-9]/.test(bare)) throw new SyntaxError('RE2 has no look-around and no back references.');
    return new RE2JS(new RegExp(native, `${letters}u`));
  }

  /** A pattern that means the text itself. */
  static quote(text: string): string {
    return text.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&');
  }

  matcher(text: string): Matcher {
    return new Matcher(
      text.matchAll(this.#expression),
      new RegExp(`${this.#expression.source}|`, this.#expression.flags).exec('')!.length - 1,
    );
  }
}

/** The matches of a text, one after the other. */
class Matcher {
  readonly #matches: Iterator<RegExpExecArray>;
  readonly #groups: number;
  #current: RegExpExecArray | undefined;

  constructor(matches: Iterator<RegExpExecArray>, groups: number) {
    this.#matches = matches;
    this.#groups = groups;
  }

  find(): boolean {
    const next = this.#matches.next();
    this.#current = next.done ? undefined : next.value;
    return this.#current !== undefined;
  }

  group(index = 0): string | null {
    return this.#current?.[index] ?? null;
  }

  groupCount(): number {
    return this.#groups;
  }

  start(): number {
    return this.#current?.index ?? -1;
  }

  end(): number {
    return this.#current ? this.#current.index + this.#current[0].length : -1;
  }
}

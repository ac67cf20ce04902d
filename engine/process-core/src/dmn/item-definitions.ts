import { compileUnaryTests } from '../feel/compile.ts';
import type { KnownNames } from '../feel/name-tracker.ts';
import { Run, Scope } from '../feel/run.ts';
import { DEFAULT_LIMITS } from '../feel/limits.ts';
import { namedType } from '../feel/types.ts';
import type { FeelType, FeelValue } from '../feel/values.ts';
import { childNamed, childrenNamed, textOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** The type of a name in a `typeRef`, with or without a prefix. */
export type TypeLookup = (typeRef: string) => FeelType | undefined;

/** The types that a model's item definitions declare, by name. */
export function readItemDefinitions(definitions: XmlElement, imported: TypeLookup): Map<string, FeelType> {
  const elements = new Map(
    childrenNamed(definitions, 'itemDefinition').map((item) => [item.attributes['name'] ?? '', item]),
  );
  const types = new Map<string, FeelType>();
  const pending = new Set<string>();
  const lookup: TypeLookup = (typeRef) => {
    const name = elements.has(typeRef) ? typeRef : withoutPrefix(typeRef);
    const element = elements.get(name);
    if (!element) return namedType(name) ?? imported(typeRef);
    if (types.has(name)) return types.get(name);
    if (pending.has(name)) return { kind: 'any' };
    pending.add(name);
    const type = readType(element, lookup);
    types.set(name, type);
    return type;
  };
  for (const name of elements.keys()) lookup(name);
  return types;
}

/** `feel:number` is `number`. */
export function withoutPrefix(typeRef: string): string {
  return typeRef.slice(typeRef.indexOf(':') + 1).trim();
}

function readType(element: XmlElement, lookup: TypeLookup): FeelType {
  const single = restricted(readSingle(element, lookup), textOf(childNamed(element, 'allowedValues')));
  const type: FeelType = element.attributes['isCollection'] === 'true' ? { kind: 'list of', of: single } : single;
  return restricted(type, textOf(childNamed(element, 'typeConstraint')));
}

function readSingle(element: XmlElement, lookup: TypeLookup): FeelType {
  const components = childrenNamed(element, 'itemComponent');
  if (components.length > 0) {
    const entries = components.map(
      (component) => [component.attributes['name'] ?? '', readType(component, lookup)] as const,
    );
    return { kind: 'context of', entries: new Map(entries) };
  }
  const functionItem = childNamed(element, 'functionItem');
  if (functionItem) return readFunction(functionItem, lookup);
  return lookup(childNamed(element, 'typeRef')?.text.trim() ?? 'Any') ?? { kind: 'any' };
}

function readFunction(element: XmlElement, lookup: TypeLookup): FeelType {
  const params = childrenNamed(element, 'parameters').map(
    (param) => lookup(param.attributes['typeRef'] ?? 'Any') ?? { kind: 'any' },
  );
  return {
    kind: 'function of',
    params: params as FeelType[],
    result: lookup(element.attributes['outputTypeRef'] ?? 'Any') ?? { kind: 'any' },
  };
}

/** The type with only the values that the unary tests allow. */
export function restricted(type: FeelType, tests: string): FeelType {
  if (tests === '') return type;
  const compiled = compileUnaryTests(tests);
  const allows = (value: FeelValue): boolean => {
    const run = new Run(DEFAULT_LIMITS, 'dmn', undefined, 'UTC', tests);
    return compiled.evaluateIn(new Scope(run, null, () => undefined, value)) === true;
  };
  return { kind: 'restricted', of: type, allows };
}

const PLAIN = /^[\p{L}_][\p{L}\p{M}\d_]*( [\p{L}_][\p{L}\p{M}\d_]*)*$/u;
const KEYWORD =
  /\b(and|or|not|in|of|for|if|then|else|some|every|between|instance|return|satisfies|true|false|null|function|external)\b/;

/** Whether the grammar has to be told of the name. */
export function isSpecialName(name: string): boolean {
  return !PLAIN.test(name) || KEYWORD.test(name);
}

/** The names inside a type that the grammar has to know; undefined where there is none. */
export function namesInside(type: FeelType | undefined, depth = 0): KnownNames | undefined {
  if (!type || depth > 8) return undefined;
  if (type.kind === 'list of' || type.kind === 'restricted') return namesInside(type.of, depth + 1);
  if (type.kind !== 'context of') return undefined;
  const names: Record<string, KnownNames | 1> = {};
  for (const [name, entry] of type.entries) {
    const inside = namesInside(entry, depth + 1);
    if (inside) names[name] = inside;
    else if (isSpecialName(name)) names[name] = 1;
  }
  return Object.keys(names).length > 0 ? names : undefined;
}

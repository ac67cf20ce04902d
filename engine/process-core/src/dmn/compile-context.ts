import { compileExpression, compileUnaryTests } from '../feel/compile.ts';
import type { FeelExpression } from '../feel/compile.ts';
import { FeelSyntaxError } from '../feel/errors.ts';
import type { KnownNames } from '../feel/name-tracker.ts';
import { DecisionError, DmnParseError } from './errors.ts';
import { isSpecialName, namesInside } from './item-definitions.ts';
import type { TypeLookup } from './item-definitions.ts';
import type { Logic, Parameter } from './model.ts';
import type { XmlElement } from './xml.ts';

/** Compiles one boxed expression of a known element name. */
export type LogicCompiler = (element: XmlElement, context: CompileContext) => Logic;

/** Where logic is compiled: whose it is, the types and the special names in force. */
export class CompileContext {
  constructor(
    readonly ownerId: string,
    readonly compilers: ReadonlyMap<string, LogicCompiler>,
    readonly typeOf: TypeLookup,
    /** A broken expression fails when it is evaluated, not when the model is read. */
    readonly lenient: boolean,
    readonly names: KnownNames = {},
  ) {}

  with(parameters: readonly Parameter[]): CompileContext {
    const names = withNames(this.names, parameters);
    return new CompileContext(this.ownerId, this.compilers, this.typeOf, this.lenient, names);
  }

  expression(text: string, element: XmlElement): Logic {
    return this.#compile(element, () => compileExpression(text, this.#options()));
  }

  unaryTests(text: string, element: XmlElement): Logic {
    return this.#compile(element, () => compileUnaryTests(text === '' ? '-' : text, this.#options()));
  }

  /** The boxed expression among the element's children; undefined where there is none. */
  logicIn(element: XmlElement | undefined): Logic | undefined {
    const found = element?.children.find((child) => this.compilers.has(child.name));
    return found && this.logic(found);
  }

  logic(element: XmlElement): Logic {
    const compile = this.compilers.get(element.name);
    if (!compile) throw new DmnParseError(`<${element.name}> is no expression.`, element.line, this.ownerId);
    return compile(element, this);
  }

  required(element: XmlElement | undefined, what: string, parent: XmlElement): Logic {
    const logic = this.logicIn(element);
    return logic ?? this.fail(parent, `<${parent.name}> has no ${what}.`);
  }

  fail(element: XmlElement, message: string): Logic {
    if (!this.lenient) throw new DmnParseError(`In '${this.ownerId}': ${message}`, element.line, this.ownerId);
    return () => {
      throw new DecisionError(this.ownerId, message);
    };
  }

  #options(): { names?: KnownNames; typeOf: TypeLookup } {
    return Object.keys(this.names).length > 0 ? { names: this.names, typeOf: this.typeOf } : { typeOf: this.typeOf };
  }

  #compile(element: XmlElement, compile: () => FeelExpression): Logic {
    try {
      const compiled = compile();
      return (scope) => compiled.evaluateIn(scope);
    } catch (error) {
      if (error instanceof FeelSyntaxError) return this.fail(element, error.message);
      throw error;
    }
  }
}

/** The special names with those of more variables. */
export function withNames(names: KnownNames, parameters: readonly Parameter[]): KnownNames {
  const added: Record<string, KnownNames | 1> = {};
  for (const { name, type } of parameters) {
    const inside = namesInside(type);
    if (inside) added[name] = inside;
    else if (isSpecialName(name)) added[name] = 1;
  }
  return Object.keys(added).length > 0 ? { ...names, ...added } : names;
}

import { FeelContext } from '../../feel/values.ts';
import type { FeelValue } from '../../feel/values.ts';
import type { LogicCompiler } from '../compile-context.ts';
import type { Logic } from '../model.ts';
import { childNamed, childrenNamed, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';

const FEEL_LANGUAGE = /feel/i;

/** `<literalExpression>`: a FEEL expression. */
export const compileLiteral: LogicCompiler = (element, context) => {
  const language = element.attributes['expressionLanguage'];
  if (language !== undefined && !FEEL_LANGUAGE.test(language)) {
    return context.fail(element, `The expression language '${language}' is not supported, only FEEL is.`);
  }
  const text = textOf(element);
  return text === '' ? () => null : context.expression(text, element);
};

/** `<list>`: the values of its expressions. */
export const compileList: LogicCompiler = (element, context) => {
  const items = element.children
    .filter((child) => context.compilers.has(child.name))
    .map((child) => context.logic(child));
  return (scope, trace) => scope.run.list(items.map((item) => item(scope, trace)));
};

/** `<relation>`: a list of contexts, one a row. */
export const compileRelation: LogicCompiler = (element, context) => {
  const columns = childrenNamed(element, 'column').map((column) => column.attributes['name'] ?? '');
  const rows = childrenNamed(element, 'row').map((row) =>
    row.children.filter((child) => context.compilers.has(child.name)).map((cell) => context.logic(cell)),
  );
  return (scope, trace) =>
    scope.run.list(
      rows.map((cells) => {
        const entries = columns.map((column, index): [string, FeelValue] => [
          column,
          cells[index]?.(scope, trace) ?? null,
        ]);
        return new FeelContext(new Map(entries));
      }),
    );
};

interface Entry {
  name: string | undefined;
  logic: Logic;
}

/** `<context>`: named entries, each seeing those before it; an entry without a name is the result. */
export const compileContextLogic: LogicCompiler = (element, context) => {
  const entries: Entry[] = [];
  let inner = context;
  for (const entry of childrenNamed(element, 'contextEntry')) {
    const parameter = readEntryVariable(entry, context);
    entries.push({ name: parameter?.name, logic: inner.required(entry, 'expression', entry) });
    if (parameter) inner = inner.with([parameter]);
  }
  return (scope, trace) => {
    const values = new Map<string, FeelValue>();
    const within = scope.withValues(values);
    for (const { name, logic } of entries) {
      const value = logic(within, trace);
      if (name === undefined) return value;
      values.set(name, value);
    }
    return new FeelContext(values);
  };
};

function readEntryVariable(entry: XmlElement, context: Parameters<LogicCompiler>[1]) {
  const variable = childNamed(entry, 'variable');
  const name = variable?.attributes['name'];
  if (name === undefined) return undefined;
  const typeRef = variable?.attributes['typeRef'];
  return { name, type: typeRef === undefined ? undefined : context.typeOf(typeRef) };
}

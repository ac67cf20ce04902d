import { checkSync } from 'recheck';
import type { DefinitionFault } from './form-definition-error.ts';
import type { FormSchema } from './form-schema.ts';
import { schemaNodes } from './schema-nodes.ts';

const provingTime = 5_000;
const verdicts = new Map<string, string | undefined>();

/** Faults of all patterns of a schema. Heavy (loads recheck): at publishing and in the designer's server, not in the browser. */
export function findPatternFaults(schema: FormSchema): DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  for (const { schema: node, pointer } of schemaNodes(schema)) {
    const message = typeof node.pattern === 'string' ? patternFault(node.pattern) : undefined;
    if (message) faults.push({ pointer: `${pointer}/pattern`, rule: 'pattern', message });
  }
  return faults;
}

/** Why a pattern may not be used; undefined when it is proved to run in linear time. */
export function patternFault(pattern: string): string | undefined {
  if (!verdicts.has(pattern)) verdicts.set(pattern, judge(pattern));
  return verdicts.get(pattern);
}

function judge(pattern: string): string | undefined {
  const syntax = syntaxFault(pattern);
  if (syntax) return syntax;
  const diagnostics = checkSync(pattern, 'u', { checker: 'automaton', timeout: provingTime });
  if (diagnostics.status === 'safe') return undefined;
  if (diagnostics.status === 'vulnerable') {
    return `pattern "${pattern}" can take very long on some texts (${diagnostics.complexity.type} time): avoid repetitions inside repetitions and neighbouring repetitions of the same characters`;
  }
  return `pattern "${pattern}" is not proved to be fast: make it simpler`;
}

/** What RE2, and therefore linear time, does not know. */
export function syntaxFault(pattern: string): string | undefined {
  const bare = pattern.replace(/\\[^1-9k]/g, '').replace(/\[[^\]]*\]/g, '');
  if (/\(\?<?[=!]/.test(bare))
    return `pattern "${pattern}" looks ahead or behind, which is not supported: describe the whole text instead`;
  if (/\\([1-9]|k<)/.test(bare))
    return `pattern "${pattern}" refers back to a group, which is not supported: describe the whole text instead`;
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return `pattern "${pattern}" is not a regular expression: ${(error as Error).message}`;
  }
}

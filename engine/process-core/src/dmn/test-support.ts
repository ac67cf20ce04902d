import type { Variables } from '../types.ts';
import { evaluateDecision } from './evaluate.ts';
import type { EvaluateDecisionOptions } from './evaluate.ts';
import { parseDmn } from './parse-dmn.ts';

export const NOW = '2026-11-22T10:00:00Z';

/** A model file with the given elements. */
export function definitions(elements: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="model" name="Model" namespace="http://test">
${elements}
</definitions>`;
}

/** A decision of the given logic, with requirements where there are some. */
export function decision(id: string, logic: string, requirements = ''): string {
  return `<decision id="${id}" name="${id}"><variable name="${id}"/>${requirements}${logic}</decision>`;
}

export function literal(text: string): string {
  return `<literalExpression><text>${escapeXml(text)}</text></literalExpression>`;
}

export function requires(kind: 'Decision' | 'Input' | 'Knowledge', id: string): string {
  const requirement = kind === 'Knowledge' ? 'knowledgeRequirement' : 'informationRequirement';
  return `<${requirement}><required${kind} href="#${id}"/></${requirement}>`;
}

interface Table {
  hitPolicy?: string;
  aggregation?: string;
  inputs: string[];
  outputs: { name: string; values?: string; fallback?: string }[];
  /** The entries of each rule, those of the inputs first. */
  rules: string[][];
}

/** A decision table whose rules have the ids r1, r2, … */
export function table({ hitPolicy = 'UNIQUE', aggregation, inputs, outputs, rules }: Table): string {
  const entry = (name: string, text: string): string => `<${name}><text>${escapeXml(text)}</text></${name}>`;
  const columns = [
    ...inputs.map((input) => `<input label="${input}">${entry('inputExpression', input)}</input>`),
    ...outputs.map(
      ({ name, values, fallback }) =>
        `<output name="${name}">${values ? entry('outputValues', values) : ''}${fallback ? entry('defaultOutputEntry', fallback) : ''}</output>`,
    ),
  ];
  const rows = rules.map((cells, index) => {
    const entries = cells.map((cell, column) => entry(column < inputs.length ? 'inputEntry' : 'outputEntry', cell));
    return `<rule id="r${index + 1}">${entries.join('')}</rule>`;
  });
  const attributes = `hitPolicy="${hitPolicy}"${aggregation ? ` aggregation="${aggregation}"` : ''}`;
  return `<decisionTable ${attributes}>${columns.join('')}${rows.join('')}</decisionTable>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Evaluates a decision of a model with the given elements. */
export async function decide(
  elements: string,
  id: string,
  variables: Variables = {},
  options: Partial<EvaluateDecisionOptions> = {},
) {
  return evaluateDecision(await parseDmn(definitions(elements)), id, variables, { now: NOW, ...options });
}

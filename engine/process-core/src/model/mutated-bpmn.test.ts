import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { BpmnParseError } from './model.ts';
import { parseBpmn } from './parse-bpmn.ts';
import { findModelFaults } from './validate-model.ts';

const featureDir = path.join(__dirname, '../features');
const files = readdirSync(featureDir).map((name) => readFileSync(path.join(featureDir, name), 'utf8'));

interface Mutation {
  at: number;
  length: number;
  text: string;
}

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(30),
  text: fc.oneof(
    fc.string({ maxLength: 10 }),
    fc.constantFrom(
      '<bpmn:task id="Start" />',
      ' id="__proto__"',
      '&quot;',
      ']]>',
      '</bpmn:process>',
      '=',
      'bpmn:',
      '\u0000',
    ),
  ),
});

function mutate(xml: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((text, { at, length, text: inserted }) => {
    const index = Math.floor(at * text.length);
    return text.slice(0, index) + inserted + text.slice(index + length);
  }, xml);
}

describe('a damaged BPMN file', () => {
  it('gives models whose faults can be told, or a refusal, and nothing else', async () => {
    const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), mutations, async (xml, changes) => {
        // when
        const outcome = await parseBpmn(mutate(xml, changes)).catch((error: unknown) => error);

        // then
        if (Array.isArray(outcome))
          (outcome as Awaited<ReturnType<typeof parseBpmn>>).forEach((model) => findModelFaults(model));
        else expect(outcome).toBeInstanceOf(BpmnParseError);
      }),
      { numRuns: 500 },
    );
  });
});

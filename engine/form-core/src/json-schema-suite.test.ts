import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FormSchema } from './form-schema.ts';
import { loadValidator } from './testing/load-validator.ts';

interface SuiteGroup {
  description: string;
  schema: FormSchema | boolean;
  tests: { description: string; data: unknown; valid: boolean }[];
}

/** Keywords of the form profile; the suite's other keywords are refused at publishing. */
const files = [
  'type',
  'properties',
  'required',
  'items',
  'minItems',
  'maxItems',
  'uniqueItems',
  'enum',
  'const',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'allOf',
  'if-then-else',
  'dependentRequired',
];
const profileKeywords = new Set([
  '$schema',
  '$comment',
  'type',
  'properties',
  'required',
  'items',
  'minItems',
  'maxItems',
  'uniqueItems',
  'enum',
  'const',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'allOf',
  'if',
  'then',
  'else',
  'dependentRequired',
]);
const root = path.resolve(__dirname, '../../..');
const folder = path.join(root, process.env.SHARED_DIR ?? '../shared', 'suites/json-schema/tests/draft2020-12');
const isThere = existsSync(folder);
if (!isThere)
  console.warn(`SKIPPED: the JSON Schema test suite is not at ${path.relative(root, folder)}; set SHARED_DIR`);

/** Multiples are judged within 8 decimals, for prices; a number near the largest there is passes then. */
const otherwise = new Set(['always invalid, but naive implementations may raise an overflow error']);

/** True when the schema says nothing but what the profile knows: no boolean schemas, no names that forms cannot have. */
function isOfProfile(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return false;
  const { properties = {}, ...rest } = schema as FormSchema;
  const children = [
    ...Object.values(properties),
    rest.items,
    rest.if,
    rest.then,
    rest.else,
    ...(rest.allOf ?? []),
  ].filter((child) => child !== undefined);
  const names = [...Object.keys(properties), ...(rest.required ?? [])];
  const isLoose = (rest.if === undefined) !== (rest.then === undefined && rest.else === undefined);
  if (isLoose || rest.enum?.length === 0) return false;
  return (
    Object.keys(rest).every((key) => profileKeywords.has(key)) &&
    names.every((name) => /^[a-z]\w*$/i.test(name) && !(name in {})) &&
    children.every(isOfProfile)
  );
}

/** Objects of forms are closed; the suite's are open, so its cases run on the schema's field, not on closed objects. */
function isOpen(schema: FormSchema): boolean {
  return (
    schema.properties !== undefined ||
    [schema.items, schema.if, schema.then, schema.else, ...(schema.allOf ?? [])].some((child) => child && isOpen(child))
  );
}

(isThere ? describe : describe.skip)('the JSON Schema test suite, for the keywords of the profile', () => {
  it.each(isThere ? files : [])('%s', async (file) => {
    // given
    const groups = JSON.parse(readFileSync(path.join(folder, `${file}.json`), 'utf8')) as SuiteGroup[];
    const suitable = groups.filter(({ schema }) => isOfProfile(schema));
    expect(suitable.length).toBeGreaterThan(0);
    for (const { description, schema, tests } of suitable) {
      const open = schema as FormSchema;
      // the profile puts conditions into allOf; there nothing is closed
      const validate = await loadValidator(isOpen(open) ? { allOf: [open] } : open);
      for (const test of tests.filter((each) => !otherwise.has(each.description))) {
        // then
        expect(`${description}: ${test.description}: ${validate(test.data).length === 0}`).toBe(
          `${description}: ${test.description}: ${test.valid}`,
        );
      }
    }
  });
});

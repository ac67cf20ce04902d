import { Ajv2020 } from 'ajv/dist/2020.js';
import { _ } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { FormDefinitionError } from './form-definition-error.ts';
import type { FormSchema } from './form-schema.ts';
import { formats } from './formats.ts';
import { findPatternFaults } from './pattern-safety.ts';
import { validationSchema } from './validation-schema.ts';

/** What AJV's code takes from its run time, written into the module so that it imports nothing. */
const runtimeHelpers: Readonly<Record<string, string>> = {
  'require("ajv/dist/runtime/ucs2length").default': `function ucs2length(text) {
  const units = text.length;
  let length = 0;
  for (let index = 0; index < units; length += 1) {
    const unit = text.charCodeAt(index++);
    if (unit >= 0xd800 && unit <= 0xdbff && index < units && (text.charCodeAt(index) & 0xfc00) === 0xdc00) index += 1;
  }
  return length;
}`,
  'require("ajv/dist/runtime/equal").default': `function equal(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.prototype.hasOwnProperty.call(b, key) && equal(a[key], b[key]));
}`,
};

/**
 * The validator of a form version as the source of an ES module without imports and without `eval`: it exports
 * `createValidate(formats)`, which gives an AJV validation function. Server side, at publishing: AJV is loaded here only.
 * Throws a FormDefinitionError when a pattern is not proved to run in linear time.
 */
export function buildValidatorModule(schema: FormSchema): string {
  const faults = findPatternFaults(schema);
  if (faults.length > 0) throw new FormDefinitionError(faults);
  return wrapAsFactory(standaloneSource(validationSchema(schema)));
}

function standaloneSource(schema: FormSchema): string {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    addUsedSchema: false,
    multipleOfPrecision: 8,
    messages: false,
    formats: formats,
    code: { source: true, esm: true, lines: true, formats: _`formats` },
  });
  try {
    return standaloneCode(ajv, ajv.compile(schema));
  } catch (error) {
    throw new FormDefinitionError([{ pointer: '', rule: 'schema', message: (error as Error).message }]);
  }
}

/** AJV's module exports the validator of formats it imports; ours is handed them. */
function wrapAsFactory(source: string): string {
  let body = source.replace(/^"use strict";\s*/, '');
  const name = /export default (\w+);/.exec(body)?.[1];
  if (!name) throw new Error('the standalone code of AJV has no default export: its version has changed');
  body = body.replace(/export const validate = \w+;\s*/, '').replace(/export default \w+;\s*/, '');
  for (const [call, helper] of Object.entries(runtimeHelpers)) body = body.replaceAll(call, () => helper);
  if (body.includes('require(')) throw new Error('the standalone code of AJV requires a module that is not known here');
  return `export function createValidate(formats) {\n${body}\nreturn ${name};\n}\n`;
}

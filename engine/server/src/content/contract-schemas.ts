import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import calendar from '@esocial/contracts/schemas/calendar.schema.json';
import classifier from '@esocial/contracts/schemas/classifier.schema.json';
import deadlineRule from '@esocial/contracts/schemas/deadline-rule.schema.json';
import demoCase from '@esocial/contracts/schemas/demo-case.schema.json';
import demoPersons from '@esocial/contracts/schemas/demo-persons.schema.json';
import demoStaff from '@esocial/contracts/schemas/demo-staff.schema.json';
import form from '@esocial/contracts/schemas/form.schema.json';
import formFixture from '@esocial/contracts/schemas/form-fixture.schema.json';
import legalBasis from '@esocial/contracts/schemas/legal-basis.schema.json';
import localizedText from '@esocial/contracts/schemas/localized-text.schema.json';
import organisation from '@esocial/contracts/schemas/organisation.schema.json';
import parameter from '@esocial/contracts/schemas/parameter.schema.json';
import retention from '@esocial/contracts/schemas/retention.schema.json';
import role from '@esocial/contracts/schemas/role.schema.json';
import scenario from '@esocial/contracts/schemas/scenario.schema.json';
import translations from '@esocial/contracts/schemas/translations.schema.json';
import workflow from '@esocial/contracts/schemas/workflow.schema.json';
import type { Json } from '@esocial/process-core/types.ts';
import type { Report } from './content-fault.ts';

const schemas = {
  ...{ calendar, classifier, form, organisation, parameter, retention, role, scenario, translations, workflow },
  'deadline-rule': deadlineRule,
  'demo-case': demoCase,
  'demo-persons': demoPersons,
  'demo-staff': demoStaff,
  'form-fixture': formFixture,
} as const;

export type ContractName = keyof typeof schemas;

const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true });
addFormats(ajv);
ajv.addSchema([legalBasis, localizedText]);
const compiled = new Map<ContractName, ValidateFunction>();

/** Reports whatever in the value breaks the contract of its file; true when nothing does. */
export function matchesContract(name: ContractName, value: Json, report: Report): boolean {
  const validate = compiled.get(name) ?? ajv.compile(schemas[name]);
  compiled.set(name, validate);
  if (validate(value)) return true;
  const seen = new Set<string>();
  for (const error of validate.errors ?? []) {
    if (summaries.has(error.keyword)) continue;
    const { pointer, message } = describe(error);
    if (!seen.has(pointer + message)) report(pointer, message);
    seen.add(pointer + message);
  }
  return false;
}

/** Keywords whose errors only sum up those of the branches below. */
const summaries: ReadonlySet<string> = new Set(['if', 'anyOf']);

function describe(error: ErrorObject): { pointer: string; message: string } {
  const params = error.params as Record<string, string | number | string[]>;
  const pointer = error.instancePath;
  switch (error.keyword) {
    case 'required':
      return { pointer, message: `the property "${params['missingProperty'] as string}" is missing` };
    case 'additionalProperties':
      return {
        pointer,
        message: `the property "${params['additionalProperty'] as string}" is not known here; remove it`,
      };
    case 'enum':
      return {
        pointer,
        message: `${shown(error.data)} is none of ${(params['allowedValues'] as string[]).join(', ')}`,
      };
    case 'pattern':
      return { pointer, message: `${shown(error.data)} does not match ${String(params['pattern'])}` };
    case 'type':
      return { pointer, message: `${shown(error.data)} is not of type ${String(params['type'])}` };
    case 'format':
      return { pointer, message: `${shown(error.data)} is not a valid ${String(params['format'])}` };
    case 'oneOf':
      return { pointer, message: `${shown(error.data)} fits none, or more than one, of the allowed shapes` };
    default:
      return { pointer, message: `${shown(error.data)} ${error.message ?? error.keyword}` };
  }
}

/** The offending value, short enough to be read in a line. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

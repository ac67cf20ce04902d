import { compileForm } from '@esocial/form-core/compile-form.ts';
import { buildValidatorModule } from '@esocial/form-core/form-validator-module.ts';
import type { FormSchema } from '@esocial/form-core/form-schema.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { compileExpression } from '@esocial/process-core/feel/compile.ts';
import type { FieldClass } from '../access/actor.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { loadValidator } from '../definitions/load-validator.ts';
import { checkSubmission } from './check-submission.ts';
import { referencesIn } from './form-references.ts';

const schema: FormSchema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    health: {
      type: 'object',
      properties: { diagnosis: { type: 'string', 'x-class': 'sealed' }, note: { type: 'string' } },
    },
    sum: { type: 'number', 'x-calculation': '=a + b' },
    a: { type: 'number' },
    b: { type: 'number', 'x-visible-when': '=a > 0' },
    mother: { type: 'object', 'x-person': {} },
    papers: { type: 'array', items: { type: 'object', 'x-attachment': {} } },
    household: {
      type: 'array',
      items: {
        type: 'object',
        properties: { member: { type: 'object', 'x-person': {} }, secret: { type: 'string', 'x-class': 'sealed' } },
      },
    },
  },
};
const content = { schema, uiSchema: {}, translations: {} };
const compiled = compileForm(content, { compile: (source) => compileExpression(source) });
const definitions = {
  compiledForm: () => Promise.resolve({ compiled, file: { key: 'form' } }),
  formValidator: () => Promise.resolve(loadValidator(buildValidatorModule(schema), 'v1')),
  classifiersFor: () => Promise.resolve(new Map()),
} as unknown as DefinitionReader;

const all: FieldClass[] = ['public', 'personal', 'special', 'sealed'];
const check = (data: JsonObject, { classes = all, prior }: { classes?: FieldClass[]; prior?: JsonObject } = {}) =>
  checkSubmission(definitions, { formVersionId: 'v1', pins: {}, data, day: '2026-01-05', classes, prior });

describe('checking a submission', () => {
  it('calculates, and leaves what is hidden out', async () => {
    // then
    expect((await check({ name: 'Ana', a: 2, b: 3 })).data).toEqual({ name: 'Ana', a: 2, b: 3, sum: 5 });
    expect((await check({ name: 'Ana', a: 0, b: 3 })).data).not.toHaveProperty('b');
  });

  it('names every field at fault', async () => {
    // then
    await expect(check({ a: 'x', extra: 1 })).rejects.toMatchObject({
      status: 422,
      errors: expect.arrayContaining([
        expect.objectContaining({ path: '/name', keyword: 'required' }),
        expect.objectContaining({ path: '/a', keyword: 'type' }),
        expect.objectContaining({ path: '/extra', keyword: 'additionalProperties' }),
      ]) as unknown,
    });
  });

  it('keeps what is of a class that the person may not write, and drops what they send there', async () => {
    // given
    const classes: FieldClass[] = ['public', 'personal'];
    const prior = { name: 'Ana', health: { diagnosis: 'F70', note: 'old' } };

    // when
    const { data } = await check({ name: 'Ana', health: { diagnosis: 'forged', note: 'new' } }, { classes, prior });

    // then
    expect(data).toEqual({ name: 'Ana', health: { diagnosis: 'F70', note: 'new' } });
  });

  it('keeps it within rows too, by the row that it was', async () => {
    // given
    const idOf = (who: string) => `01900000-0000-7000-8000-0000000000${who}`;
    const member = (who: string) =>
      ({ member: { personId: idOf(who), lastName: 'Rusu', firstName: who } }) as JsonObject;
    const prior = {
      name: 'Ana',
      household: [
        { ...member('11'), secret: 'a' },
        { ...member('12'), secret: 'b' },
      ],
    };

    // when
    const household = [member('10'), member('11'), { ...member('12'), secret: 'forged' }];
    const { data } = await check({ name: 'Ana', household }, { classes: ['public', 'personal'], prior });

    // then
    expect(data['household']).toEqual([member('10'), ...(prior['household'] as JsonObject[])]);
  });

  it('writes nothing there when there was nothing', async () => {
    // then
    expect(
      (await check({ name: 'Ana', health: { diagnosis: 'forged' } }, { classes: ['public', 'personal'] })).data,
    ).not.toHaveProperty('health.diagnosis');
  });

  it('does not lose an unknown field silently because of classes', async () => {
    // then
    await expect(check({ name: 'Ana', extra: 1 }, { classes: ['public', 'personal'] })).rejects.toMatchObject({
      errors: [{ path: '/extra' }],
    });
  });

  it('names the fields that were filled in', async () => {
    // then
    expect((await check({ name: 'Ana', a: 1 })).fields).toEqual(expect.arrayContaining(['name', 'a']));
  });
});

describe('the references in form data', () => {
  it('are the persons and documents that it names, wherever they stand', () => {
    // given
    const person = (personId: string) => ({ personId, lastName: 'A', firstName: 'B' });
    const data: JsonObject = {
      name: 'Ana',
      mother: person('m'),
      papers: [{ documentId: 'd1' }, { documentId: 'd2' }],
      household: [{ member: person('h1') }, {}, { member: person('h3') }],
    };

    // then
    expect(referencesIn(compiled, data)).toEqual([
      { path: '/mother', kind: 'person', id: 'm' },
      { path: '/papers/0', kind: 'attachment', id: 'd1' },
      { path: '/papers/1', kind: 'attachment', id: 'd2' },
      { path: '/household/0/member', kind: 'person', id: 'h1' },
      { path: '/household/2/member', kind: 'person', id: 'h3' },
    ]);
  });

  it('are none in an empty form', () => {
    // then
    expect(referencesIn(compiled, {})).toEqual([]);
  });
});

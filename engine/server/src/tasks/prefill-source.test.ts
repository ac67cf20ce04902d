import { compileForm } from '@esocial/form-core/compile-form.ts';
import { fakeExpressions } from '@esocial/form-core/testing/fake-expressions.ts';
import type { LoadedForm } from '../definitions/definition.ts';
import { describeSource } from './prefill-source.ts';

const feel = fakeExpressions({ 'records.loanRequest.subject': [['records'], () => 'x'] });
const schema = {
  type: 'object',
  properties: { subject: { type: 'string', 'x-prefill': '= records.loanRequest.subject' } },
} as const;
const form = { compiled: compileForm({ schema, uiSchema: {}, translations: {} }, feel) } as unknown as LoadedForm;
const submittedAt = new Date('2026-03-10T08:00:00Z');
const record = { formKey: 'loan-request', formVersionId: 'v', data: {}, submittedAt };

const describeFrom = (...sources: string[]) =>
  describeSource({
    ...{ form, records: [record], formTitles: new Map([['loan-request', 'Cerere']]), path: '/subject' },
    ...{ sources, language: 'ro' },
  });

describe('where a proposed value is from', () => {
  it('is the record that its expression names, with its date', () => {
    expect(describeFrom('records')).toEqual({ kind: 'record', title: 'Cerere', at: submittedAt.toISOString() });
  });

  it.each([
    [['person', 'today'], 'person', 'Fișa persoanei'],
    [['case', 'user'], 'case', 'Caz'],
    [['user'], 'account', 'Contul meu'],
    [['today'], 'date', 'Data de azi'],
    [[], 'case', 'Caz'],
  ])('of %j is %s', (sources, kind, title) => {
    expect(describeFrom(...sources)).toEqual({ kind, title });
  });
});

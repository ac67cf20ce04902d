import { parseBpmn } from '@esocial/process-core/model/parse-bpmn.ts';
import { bpmnOf, chain, end, start, userTask } from '../testing/test-bpmn.ts';
import { submittedVariables } from './submitted-variables.ts';

const data = { approved: true, remark: 'secret', place: { code: '1', street: 'secret' } };

async function sent(outputs: Record<string, string>) {
  const [model] = await parseBpmn(
    bpmnOf(start + userTask('review', { outputs }) + end + chain('start', 'review', 'end')),
  );
  return submittedVariables(model?.elements.get('review'), data);
}

describe('what the broker gets of a submission', () => {
  it.each<[string, Record<string, string>, object]>([
    ['nothing without mappings', {}, {}],
    ['nothing for mappings of other variables', { a: '=other.approved' }, {}],
    ['a field that a mapping names', { ok: '=data.approved' }, { data: { approved: true } }],
    [
      'each field that is named',
      { a: '=if data.approved then data.place.code else null' },
      { data: { approved: true, place: data.place } },
    ],
    [
      'no field that only a text names',
      { a: '=string(data.approved) + &quot;data.remark&quot;' },
      { data: { approved: true } },
    ],
    ['all of it when a mapping takes it as a whole', { a: '=data' }, { data }],
  ])('is %s', async (_what, outputs, expected) => {
    expect(await sent(outputs)).toEqual(expected);
  });
});

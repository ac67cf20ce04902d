import { parseBpmn } from '@esocial/process-core/model/parse-bpmn.ts';
import { bpmnOf, chain, end } from '../testing/test-bpmn.ts';
import { startVariables } from './start-variables.ts';

const now = '2026-01-05T08:00:00Z';
const input = { variables: { caseId: 'c', data: { amount: 5 } }, event: { sum: 7 } };

async function modelWith(mapping: string) {
  const begin = `<bpmn:startEvent id="begin"><bpmn:extensionElements>${mapping}</bpmn:extensionElements></bpmn:startEvent>`;
  const [model] = await parseBpmn(bpmnOf(begin + end + chain('begin', 'end')));
  if (!model) throw new Error('no process');
  return model;
}

describe('the variables that an instance starts with', () => {
  it('are all but the submission when nothing is mapped', async () => {
    expect(startVariables(await modelWith(''), 'begin', input, now)).toEqual({ caseId: 'c', sum: 7 });
  });

  it('are of submission and message only what the start event maps', async () => {
    const mapping = `<zeebe:ioMapping><zeebe:output source="=data.amount + sum" target="total.all" />
      <zeebe:output source="=total.all * 2" target="double" /></zeebe:ioMapping>`;
    expect(startVariables(await modelWith(mapping), 'begin', input, now)).toEqual({
      caseId: 'c',
      total: { all: 12 },
      double: 24,
    });
  });
});

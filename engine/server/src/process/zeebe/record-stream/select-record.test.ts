import { buildRecord } from '../testing/build-record.ts';
import { selectRecord } from './select-record.ts';

describe('what is kept of the stream', () => {
  it.each([
    ['a kind of no use', buildRecord('DEPLOYMENT CREATED')],
    ['a step between two', buildRecord('PROCESS_INSTANCE ELEMENT_COMPLETING')],
    ['a command', buildRecord('USER_TASK CREATED', {}, { recordType: 'COMMAND' })],
    ['the process of somebody else', buildRecord('USER_TASK CREATED', { bpmnProcessId: 'invoice' })],
    ['a submission', buildRecord('VARIABLE CREATED', { name: 'data', value: '{"secret":1}' })],
    ['the pins of a case', buildRecord('VARIABLE CREATED', { name: 'esocialPins', value: '{}' })],
  ])('is not %s', (_what, record) => {
    expect(selectRecord(record)).toBeUndefined();
  });

  it('leaves variables out of records that bring some', () => {
    const kept = selectRecord(
      buildRecord('USER_TASK COMPLETED', { variables: { data: { secret: 1 } }, elementId: 'a' }),
    );
    expect(JSON.stringify(kept)).not.toContain('secret');
    expect(kept?.value['elementId']).toBe('a');
  });

  it('keeps of a decision which rules matched, not what they were asked', () => {
    const rule = (ruleId: string) => ({ matchedRules: [{ ruleId }], evaluatedInputs: [{ inputValue: 'secret' }] });
    const record = buildRecord('DECISION_EVALUATION EVALUATED', {
      evaluatedDecisions: [rule('a'), rule('b')] as never,
    });
    expect(selectRecord(record)?.value).toMatchObject({ matchedRules: ['b'] });
    expect(JSON.stringify(selectRecord(record))).not.toContain('secret');
  });
});

import fc from 'fast-check';
import { parseBulk } from './parse-bulk.ts';

const action = '{"index":{"_index":"zeebe-record","_id":"1-2","routing":"1"}}';
const record = (more: string) =>
  `{"partitionId":1,"position":34,"timestamp":1795375638014,"valueType":"JOB","intent":"CREATED",${more}}`;

describe('a bulk request of the exporter', () => {
  it('gives its records in order', () => {
    // given
    const body = [action, record('"key":1,"value":{}'), action, record('"key":2,"value":{}'), ''].join('\n');

    // when
    const records = parseBulk(body);

    // then
    expect(records.map(({ key, position }) => [key, position])).toEqual([
      ['1', 34],
      ['2', 34],
    ]);
  });

  it('keeps keys that no JavaScript number holds', () => {
    const [first] = parseBulk(
      [
        action,
        record('"key":9007199254740993,"value":{"processInstanceKey":11258999068426241,"flowScopeKey":-1}'),
      ].join('\n'),
    );
    expect(first).toMatchObject({
      key: '9007199254740993',
      value: { processInstanceKey: '11258999068426241', flowScopeKey: -1 },
    });
  });

  it('leaves numbers within texts and decimals alone', () => {
    const [first] = parseBulk(
      [action, record('"key":1,"value":{"text":"a \\" 12345678901234567 b","rate":0.12345678901234567}')].join('\n'),
    );
    expect(first?.value).toEqual({ text: 'a " 12345678901234567 b', rate: 0.12345678901234567 });
  });

  it('reads any text value back as it was', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [first] = parseBulk(`${action}\n${record(`"key":1,"value":${JSON.stringify({ text })}`)}`);
        expect(first?.value).toEqual({ text });
      }),
    );
  });

  it.each([
    ['no JSON', '{'],
    ['no record', '{"a":1}'],
    ['a record without its place', '{"partitionId":"1","value":{}}'],
  ])('is refused when a line is %s', (_what, line) => {
    expect(() => parseBulk(`${action}\n${line}`)).toThrow(SyntaxError);
  });
});

import { requireSafeJson } from './json-body.ts';
import { thrownBy } from '../errors/testing/thrown-by.ts';

const parse = (text: string): unknown => JSON.parse(text);

describe('requireSafeJson', () => {
  it.each(['null', '1', '{}', '{"proto": {"constructor": 1}}', '[[[]]]', '{"text": "__proto__"}'])(
    'lets %s pass',
    (text) => {
      // then
      expect(() => requireSafeJson(parse(text))).not.toThrow();
    },
  );

  it.each(['{"__proto__": 1}', '{"a": [{"__proto__": {"admin": true}}]}', '{"\\u005f_proto__": 1}'])(
    'refuses %s',
    (text) => {
      // then
      expect(thrownBy(() => requireSafeJson(parse(text)))).toMatchObject({ status: 400, code: 'forbidden_key' });
    },
  );

  it('refuses what is nested too deeply, however deeply', () => {
    // given
    const deep = parse('['.repeat(100_000) + ']'.repeat(100_000));

    // then
    expect(thrownBy(() => requireSafeJson(deep))).toMatchObject({ code: 'body_too_deep' });
  });
});

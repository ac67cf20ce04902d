import { formats, isMoney } from './formats.ts';

describe('money', () => {
  it.each([0, -0.01, 10.1, 0.07, 1234.5, 9_999_999_999_999.99, 999_999_999_999_999])('%d is an amount', (amount) =>
    expect(isMoney(amount)).toBe(true),
  );
  it.each([0.001, 10.005, 1e16, 1_000_000_000_000_000, 12_345_678_901_234.567, 1e21, 1e-7])('%d is none', (amount) =>
    expect(isMoney(amount)).toBe(false),
  );
});

describe('addresses', () => {
  it.each(['ion.popa@exemplu.md', 'a+b@x.y'])('%s is an e-mail address', (text) =>
    expect(formats.email(text)).toBe(true),
  );
  it.each(['ion', 'ion@', '@md', 'a b@c.md', 'a..b@c.md', 'a@b@c'])('%j is none', (text) =>
    expect(formats.email(text)).toBe(false),
  );
  it.each(['https://gov.md/a?b=c', 'urn:md:idno:1003600034203'])('%s is a URI', (text) =>
    expect(formats.uri(text)).toBe(true),
  );
  it.each(['gov.md', 'https://a b', '//x'])('%j is none', (text) => expect(formats.uri(text)).toBe(false));
});

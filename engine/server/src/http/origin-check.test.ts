import { isOwnOrigin } from './origin-check.ts';
import type { RequestOrigin } from './origin-check.ts';

const publicUrl = 'https://esocial.example.md';

describe('isOwnOrigin', () => {
  it.each<[string, Partial<RequestOrigin>, boolean]>([
    ['our own page', { origin: publicUrl, fetchSite: 'same-origin' }, true],
    ['our own page, in a browser without fetch metadata', { origin: publicUrl }, true],
    [
      'our own page under another name of this server',
      { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
      true,
    ],
    ['the address bar', { fetchSite: 'none' }, true],
    ['a program', {}, true],
    ['another site', { origin: 'https://evil.example', fetchSite: 'cross-site' }, false],
    ['another site, in a browser without fetch metadata', { origin: 'https://evil.example' }, false],
    ['a sibling host', { origin: 'https://forms.example.md', fetchSite: 'same-site' }, false],
    [
      'another site that forges the header Origin, which fetch metadata betrays',
      { origin: publicUrl, fetchSite: 'cross-site' },
      false,
    ],
    ['the same name over http', { origin: 'http://esocial.example.md:80', host: 'esocial.example.md:443' }, false],
    ['a form of our own page, which sends no referrer', { origin: 'null', fetchSite: 'same-origin' }, true],
    ['a sandboxed frame', { origin: 'null', fetchSite: 'cross-site' }, false],
    ['a sandboxed frame, in a browser without fetch metadata', { origin: 'null' }, false],
    ['reading from another site', { method: 'GET', origin: 'https://evil.example', fetchSite: 'cross-site' }, true],
  ])('%s', (_name, request, expected) => {
    // given
    const whole = { method: 'POST', host: 'esocial.example.md', origin: undefined, fetchSite: undefined, ...request };

    // then
    expect(isOwnOrigin(whole, publicUrl)).toBe(expected);
  });
});

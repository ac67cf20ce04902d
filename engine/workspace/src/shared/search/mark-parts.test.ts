import { markParts } from './mark-parts.ts';

const shown = (text: string, ranges: { start: number; end: number }[]) =>
  markParts(text, ranges)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('marking of what matches', () => {
  it.each([
    ['Popa', [], 'Popa'],
    ['Popa', [{ start: 0, end: 2 }], '[Po]pa'],
    [
      'Popescu',
      [
        { start: 5, end: 7 },
        { start: 0, end: 3 },
      ],
      '[Pop]es[cu]',
    ],
    ['Popa', [{ start: 0, end: 9 }], 'Popa'],
    [
      'Popa',
      [
        { start: 0, end: 3 },
        { start: 1, end: 4 },
      ],
      '[Pop]a',
    ],
  ])('in %s by %j gives %s', (text, ranges, result) => {
    expect(shown(text, ranges)).toBe(result);
  });
});

import { readArguments } from './content-arguments.ts';

describe('arguments of the content command', () => {
  it.each([
    [['validate', '.'], { command: 'validate', folder: '.', dryRun: false }],
    [['apply', 'x', '--dry-run'], { command: 'apply', folder: 'x', dryRun: true }],
    [
      ['apply', '--effective-from', '2026-04-01', 'x'],
      { command: 'apply', folder: 'x', dryRun: false, effectiveFrom: '2026-04-01' },
    ],
  ])('reads %j', (words, expected) => {
    // then
    expect(readArguments(words)).toEqual(expected);
  });

  it.each([
    [[], '"" is no command'],
    [['publish', '.'], '"publish" is no command'],
    [['validate'], 'Name one content folder'],
    [['validate', 'a', 'b'], 'Name one content folder'],
    [['apply', '.', '--effective-from', '2026-02-30'], '--effective-from 2026-02-30 is not a date'],
    [['apply', '.', '--force'], '--force'],
  ])('explains what is wrong with %j', (words, message) => {
    // then
    expect(readArguments(words)).toEqual(expect.stringContaining(message));
  });
});

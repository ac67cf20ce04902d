import { fileFault, sizeText, typeNames } from './file-fault.ts';

describe('fileFault', () => {
  it.each([
    [{ type: 'application/pdf', size: 10 }, undefined],
    [{ type: 'text/html', size: 10 }, 'mediaType'],
    [{ type: 'application/pdf', size: 0 }, 'empty'],
    [{ type: 'application/pdf', size: 2000 }, 'size'],
  ])('judges %j as %s', (file, fault) =>
    expect(fileFault(file, { accept: ['application/pdf'], maxSize: 1000 })).toBe(fault),
  );

  it('lets nothing over 20 MB through, whatever the form says', () => {
    expect(fileFault({ type: 'x/y', size: 21 * 1024 * 1024 }, { maxSize: 1e9 })).toBe('size');
  });
});

describe('words about files', () => {
  it('name types by their usual endings and sizes by the locale', () => {
    expect(typeNames(['application/pdf', 'image/jpeg', 'image/svg+xml'])).toBe('PDF, JPEG, XML');
    expect([sizeText(20 * 1024 * 1024, 'ro'), sizeText(1_572_864, 'ro'), sizeText(100, 'ro')]).toEqual([
      '20 MB',
      '1,5 MB',
      '1 kB',
    ]);
  });
});

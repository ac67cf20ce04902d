import { describeContent, sniffMediaType } from './media-type.ts';

const zip = (...entries: string[]) =>
  Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.from(entries.join('\0'))]);
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('kinds of file', () => {
  it.each<[string, Buffer, string | undefined]>([
    ['PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'image/jpeg'],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
    ['DOCX', zip('[Content_Types].xml', 'word/document.xml'), docx],
    ['XLSX', zip('[Content_Types].xml', 'xl/workbook.xml'), xlsx],
    ['a text in Romanian', Buffer.from('Raport: copilul este în siguranță.\r\n\tSfârșit'), 'text/plain'],
    ['a text cut within a letter', Buffer.from('ș').subarray(0, 1), 'text/plain'],
    ['a plain ZIP', zip('holiday.jpg'), undefined],
    ['a document with macros', zip('[Content_Types].xml', 'word/vbaProject.bin'), undefined],
    ['HTML', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), undefined],
    ['SVG', Buffer.from(' <svg onload="alert(1)">'), undefined],
    ['a program', Buffer.from('MZ\x90\0'), undefined],
    ['binary data', Buffer.from([1, 2, 3, 0, 255]), undefined],
    ['nothing', Buffer.alloc(0), undefined],
  ])('knows %s by what it contains', (_what, bytes, type) => {
    // then
    expect(sniffMediaType(bytes)).toBe(type);
  });

  it.each([
    [zip('a'), 'ZIP'],
    [Buffer.from('MZ'), 'EXE'],
    [Buffer.from([1, 2]), 'unknown'],
    [Buffer.alloc(0), 'empty'],
  ])('names what it refuses', (bytes, name) => {
    // then
    expect(describeContent(bytes)).toBe(name);
  });
});

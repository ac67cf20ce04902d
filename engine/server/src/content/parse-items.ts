import { parse } from 'csv-parse/sync';
import type { ClassifierFile } from '@esocial/contracts/generated/classifier.ts';
import type { Json } from '@esocial/process-core/types.ts';
import type { ItemWithAttributes } from '../classifiers/classifier.ts';
import type { Report } from './content-fault.ts';
import type { TextFile } from './content-folder.ts';

const fixedColumns = ['code', 'parent', 'validFrom', 'validTo', 'ro', 'ru', 'en'];

/** A line of items.csv by column, with the line it begins at. */
interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** An item with the line that it stands on. */
export interface ParsedItem extends ItemWithAttributes {
  readonly line: number;
}

/** Reads items.csv; what cannot be read is reported by line. Reports faults of single items, not between items. */
export function parseItems(file: ClassifierFile, source: TextFile, report: Report): ParsedItem[] {
  const rows = readRows(file, source.text, report);
  return rows.map((row) => toItem(file, row, report)).filter((item) => item !== undefined);
}

function readRows(file: ClassifierFile, text: string, report: Report): Row[] {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as never;
  } catch (error) {
    report('', `is not valid CSV: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
  const [header, ...rest] = records;
  const expected = [...fixedColumns, ...file.attributes.map((attribute) => attribute.key)];
  if (!header || header.record.join(',') !== expected.join(',')) {
    report('line 1', `the columns must be ${expected.join(',')}`);
    return [];
  }
  return rest.flatMap(({ record, info }) => {
    if (record.length === expected.length) {
      return [
        { line: info.lines, cells: Object.fromEntries(expected.map((name, index) => [name, record[index] ?? ''])) },
      ];
    }
    report(
      `line ${info.lines}`,
      `has ${record.length} columns; ${expected.length} are expected (quote a text with a comma)`,
    );
    return [];
  });
}

function toItem(file: ClassifierFile, { line, cells }: Row, report: Report): ParsedItem | undefined {
  const at = `line ${line}`;
  const cell = (name: string) => (cells[name] === '' ? null : (cells[name] ?? null));
  const code = cell('code');
  const ro = cell('ro');
  if (code === null) report(at, 'the item has no code');
  if (ro === null) report(at, `item ${code ?? ''} has no Romanian name`);
  for (const column of ['validFrom', 'validTo']) {
    const day = cell(column);
    if (day !== null && !isDay(day)) report(at, `${column} ${day} is not a date (yyyy-mm-dd)`);
  }
  if (code === null || ro === null) return undefined;
  const [validFrom, validTo] = [cell('validFrom'), cell('validTo')];
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    report(at, `item ${code} ends (${validTo}) before it begins (${validFrom})`);
  }
  return {
    ...{ line, code, parent: cell('parent'), validFrom, validTo, ro, ru: cell('ru'), en: cell('en') },
    attributes: readAttributes(file, cells, (message) => report(at, `item ${code}: ${message}`)),
  };
}

function readAttributes(
  file: ClassifierFile,
  cells: Readonly<Record<string, string>>,
  report: (message: string) => void,
): Record<string, Json> {
  const entries = file.attributes
    .filter(({ key }) => (cells[key] ?? '') !== '')
    .map(({ key, type }) => [
      key,
      readAttribute(type, cells[key] ?? '', () => report(`${key} "${cells[key]}" is not a ${type}`)),
    ]);
  return Object.fromEntries(entries) as Record<string, Json>;
}

function readAttribute(type: ClassifierFile['attributes'][number]['type'], text: string, refuse: () => void): Json {
  switch (type) {
    case 'number':
      if (!/^-?\d+(\.\d+)?$/.test(text)) refuse();
      return Number(text);
    case 'boolean':
      if (text !== 'true' && text !== 'false') refuse();
      return text === 'true';
    case 'date':
      if (!isDay(text)) refuse();
      return text;
    case 'string':
      return text;
  }
}

/** Whether the text is a day that exists, `yyyy-mm-dd`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

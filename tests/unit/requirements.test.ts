import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

interface RequirementRow {
  id: string;
  section: string;
  state: string;
  evidence: string;
  note: string;
}

const root = path.resolve(import.meta.dirname, '../..');
const rows: RequirementRow[] = parse(readFileSync(path.join(root, 'docs/requirements.csv'), 'utf8'), { columns: true });

/** Evidence is a list of files, each with an optional part of the file's text after '#'. */
function findBrokenReference(evidence: string): string | undefined {
  const [file = '', fragment] = evidence.split('#');
  const target = path.join(root, file);
  if (!existsSync(target)) return `${file} does not exist`;
  if (fragment && !readFileSync(target, 'utf8').includes(fragment)) return `${file} does not contain "${fragment}"`;
  return undefined;
}

const evidenceOf = (row: RequirementRow) =>
  row.evidence
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);

describe('docs/requirements.csv', () => {
  it('lists each of the 489 requirements once, in order', () => {
    const expected = Array.from({ length: 489 }, (_, index) => `R-${String(index + 1).padStart(3, '0')}`);
    expect(rows.map((row) => row.id)).toEqual(expected);
  });

  it('knows only the states met, part and not yet', () => {
    expect(rows.filter((row) => !['met', 'part', 'not yet'].includes(row.state))).toEqual([]);
  });

  it('shows evidence for everything met or partly met', () => {
    expect(rows.filter((row) => row.state !== 'not yet' && evidenceOf(row).length === 0).map((row) => row.id)).toEqual(
      [],
    );
  });

  it('says what is missing where a requirement is met in part', () => {
    expect(rows.filter((row) => row.state === 'part' && row.note === '').map((row) => row.id)).toEqual([]);
  });

  it('names only files and passages that exist', () => {
    const broken = rows.flatMap((row) =>
      evidenceOf(row).flatMap((evidence) => {
        const fault = findBrokenReference(evidence);
        return fault ? [`${row.id}: ${fault}`] : [];
      }),
    );
    expect(broken).toEqual([]);
  });
});

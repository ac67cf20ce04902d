// Prints how many requirements are met, by section, from docs/requirements.csv.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

const file = path.resolve(import.meta.dirname, '../docs/requirements.csv');
const rows = parse(readFileSync(file, 'utf8'), { columns: true });
const states = ['met', 'part', 'not yet'];

const sections = new Map();
for (const row of rows) {
  const counts = sections.get(row.section) ?? { met: 0, part: 0, 'not yet': 0 };
  counts[row.state] += 1;
  sections.set(row.section, counts);
}

const line = (title, counts) =>
  `${title.padEnd(70)} ${states.map((state) => String(counts[state]).padStart(8)).join('')}`;
console.log(line('', { met: 'met', part: 'part', 'not yet': 'not yet' }));
const total = { met: 0, part: 0, 'not yet': 0 };
for (const [section, counts] of sections) {
  console.log(line(section, counts));
  for (const state of states) total[state] += counts[state];
}
console.log(line(`All ${rows.length}`, total));

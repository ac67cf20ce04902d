// Generates TypeScript types from the JSON Schemas of contracts/ ("check" fails when they have drifted).
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compile } from 'json-schema-to-typescript';

const root = path.resolve(import.meta.dirname, '..');
const schemaDir = path.join(root, 'contracts/schemas');
const outDir = path.join(root, 'contracts/src/generated');
const base = 'https://esocial.gov.md/schemas/';

const files = (await readdir(schemaDir)).filter((name) => name.endsWith('.schema.json')).sort();
const schemas = Object.fromEntries(
  await Promise.all(files.map(async (name) => [name, JSON.parse(await readFile(path.join(schemaDir, name), 'utf8'))])),
);

/** json-schema-to-typescript resolves references by file; ours name the public address. */
const localReferences = {
  order: 1,
  canRead: ({ url }) => url.startsWith(base) || url.includes('/schemas/'),
  read: ({ url }) => JSON.stringify(schemas[url.split('/').pop()]),
};

let drifted = [];
for (const name of files) {
  const { $id: _ignored, ...schema } = schemas[name];
  const source = await compile(schema, name, {
    bannerComment: '// Generated from contracts/schemas by `npm run contracts`. Do not edit.',
    additionalProperties: false,
    $refOptions: { resolve: { esocial: localReferences, http: false } },
    cwd: schemaDir,
    style: { singleQuote: true, printWidth: 120 },
  });
  const target = path.join(outDir, name.replace('.schema.json', '.ts'));
  if (process.argv[2] === 'check') {
    const current = await readFile(target, 'utf8').catch(() => '');
    if (current !== source) drifted.push(name);
    continue;
  }
  await mkdir(outDir, { recursive: true });
  await writeFile(target, source);
}
if (drifted.length > 0) {
  console.error(`Types have drifted from ${drifted.join(', ')}. Run: npm run contracts`);
  process.exit(1);
}
console.log(`${files.length} schemas, types ${process.argv[2] === 'check' ? 'in step' : 'written'}.`);

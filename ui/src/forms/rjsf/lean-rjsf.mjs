import path from 'node:path';

/** The parts of rjsf that are replaced: from the end of the path as rjsf imports it, to the file of ours. */
const replaced = new Map([
  ['getDefaultRegistry.js', path.join(import.meta.dirname, 'lean-registry.ts')],
  ['createSchemaUtils.js', path.join(import.meta.dirname, 'lean-schema-utils.ts')],
  ['fast-uri', path.join(import.meta.dirname, 'lean-uri.ts')],
]);

/**
 * Vite plugin: rjsf's Form without the default fields, templates and widgets (and their Markdown renderer) and without the
 * resolution of schemas, none of which our forms use; about a quarter of the form route otherwise.
 */
export function leanRjsf() {
  return {
    name: 'lean-rjsf',
    enforce: 'pre',
    resolveId(source, importer) {
      const fromRjsf = /\/@rjsf\/(core|utils)\/lib\//.test(importer?.replaceAll('\\', '/') ?? '');
      return fromRjsf ? replaced.get(source.split('/').at(-1)) : undefined;
    },
  };
}

/** Vite plugin of the caseworkers' pages: FEEL's patterns on the browser's own engine instead of RE2 (see native-re2.ts). */
export function nativePatterns() {
  return {
    name: 'native-patterns',
    enforce: 'pre',
    resolveId: (source) => (source === 're2js' ? path.join(import.meta.dirname, 'native-re2.ts') : undefined),
  };
}

import path from 'node:path';

const leanRegistry = path.join(import.meta.dirname, 'lean-registry.ts');

/** Vite plugin: rjsf's Form without the default fields, templates and widgets that our theme replaces (and their Markdown renderer). */
export function leanRjsf() {
  return {
    name: 'lean-rjsf',
    enforce: 'pre',
    resolveId(source, importer) {
      const fromRjsf = importer?.replaceAll('\\', '/').includes('/@rjsf/core/lib/');
      return fromRjsf && source.endsWith('/getDefaultRegistry.js') ? leanRegistry : undefined;
    },
  };
}

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { leanRjsf, nativePatterns } from '../../ui/src/forms/rjsf/lean-rjsf.mjs';

const server = process.env.ESOCIAL_SERVER ?? 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), leanRjsf(), nativePatterns()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The polyfill would be an inline script, which the content security policy forbids.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 700,
  },
  server: { port: 5173, proxy: Object.fromEntries(['/api', '/saml', '/sandbox'].map((path) => [path, server])) },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const server = `http://127.0.0.1:${process.env.RECOUP_PORT ?? '3000'}`;

export default defineConfig({
  root,
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] }, // #kernel as it is written
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0, // the content security policy allows nothing inline
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: 'manifest.json',
    rolldownOptions: {
      checks: { moduleLevelDirective: false }, // "use client" means nothing here
      // Left alone it makes a file of every set of screens that share something: forty requests for a page, most of a few hundred bytes.
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 3 }] } },
    },
  },
  // The host as the browser names it: the server takes what changes something from its own origin alone.
  server: {
    proxy: Object.fromEntries(['/api', '/health'].map((path) => [path, { target: server, changeOrigin: false }])),
  },
});

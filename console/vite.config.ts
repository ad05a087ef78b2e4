/** The console as files that never change under their names, one script and one style sheet. */

import { defineConfig } from 'vite';
import { jsonAssets } from './json-assets.js';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  logLevel: 'warn',
  plugins: [jsonAssets()],
  // The classic calls are a byte or two shorter each, and need no runtime of their own.
  oxc: {
    jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
    jsxInject: "import { h, Fragment } from 'preact';",
  },
  server: { host: '127.0.0.1', proxy: { '/hosts': 'http://127.0.0.1:8080' } },
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // the content security policy knows no data: URLs
  },
});

// Bundles the islands and styles into src/main/resources/static/built; `node build.mjs --watch` rebuilds on change.
import { context } from 'esbuild';
import { rmSync } from 'node:fs';

const built = '../resources/static/built';
rmSync(built, { recursive: true, force: true });

const bundle = await context({
  entryPoints: ['islands/app.ts', 'islands/form.ts', 'islands/monitor.ts', 'styles/app.css', 'styles/form.css', 'styles/monitor.css'],
  outdir: built,
  entryNames: '[name]',
  bundle: true,
  minify: true,
  target: ['es2020', 'chrome100', 'firefox100', 'safari15.4'],
  legalComments: 'linked',
  loader: { '.svg': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl' },
  // our date control is the browser's own, so form-js's calendar is never shown
  alias: { flatpickr: './islands/form/no-calendar.ts' },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
});

if (process.argv.includes('--watch')) {
  await bundle.watch();
} else {
  await bundle.rebuild();
  await bundle.dispose();
}

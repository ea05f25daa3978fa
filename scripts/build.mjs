// Builds the bundles that ship. One run, all of them; an entry whose source is missing is an error.
//   node scripts/build.mjs            minified, no source maps
//   node scripts/build.mjs --dev      readable, with source maps
//   node scripts/build.mjs --watch    the same, again on every change
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';
import { buildServer, watchServer } from './bundles/server.mjs';

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

const root = fileURLToPath(new URL('..', import.meta.url));

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: !dev,
  sourcemap: dev,
  legalComments: 'none',
  logLevel: 'warning',
  target: 'node20.9',
  charset: 'utf8',
};

// Without the worker condition a dependency picks its DOM build, which a worker cannot load.
const worker = { ...shared, platform: 'browser', target: 'es2022', conditions: ['worker'] };

/** The client, and the server in a browser: one file each, which esbuild makes. KiB are the most each may weigh. */
const bundles = [
  {
    options: {
      ...shared,
      platform: 'node',
      format: 'cjs',
      entryPoints: ['client/src/node.ts'],
      outfile: 'client/dist/node.cjs',
      external: ['vscode'],
    },
    budget: 500,
  },
  {
    options: {
      ...worker,
      entryPoints: ['client/src/browser.ts'],
      outfile: 'client/dist/browser.cjs',
      format: 'cjs',
      external: ['vscode'],
    },
    budget: 500,
  },
  {
    options: {
      ...worker,
      entryPoints: ['server/src/browser/lsp.ts'],
      outfile: 'server/dist/lsp-browser.js',
      format: 'iife',
    },
    // Words and examples of every rule included.
    budget: 1500,
  },
];

/**
 * The most that a start of each may load, in KiB. The language server was meant to stay within 700; with every rule,
 * eight languages and the protocol library it does not yet, so this limit only keeps it from growing.
 */
const SERVER_BUDGETS = { 'lsp.cjs': 1020, 'cli.cjs': 900, 'mcp.cjs': 1300 };

let over = false;
const weigh = (name, bytes, budget, detail = '') => {
  const kib = bytes / 1024;
  console.log(`${name}  ${kib.toFixed(0)} KiB of ${budget}${detail}`);
  if (dev || kib <= budget) return;
  console.error(`${name} is over its budget of ${budget} KiB`);
  over = true;
};

if (watch) await watchServer(root);
else {
  rmSync(join(root, 'server/dist'), { recursive: true, force: true });
  for (const { file, parts, bytes } of await buildServer(root, { dev }))
    weigh(`server/dist/${file}`, bytes, SERVER_BUDGETS[file], `, in ${parts.length} files`);
}

for (const { options, budget } of bundles) {
  mkdirSync(dirname(join(root, options.outfile)), { recursive: true });
  const build = await context(options);
  if (watch) {
    await build.watch();
    continue;
  }
  await build.rebuild();
  await build.dispose();
  weigh(options.outfile, statSync(join(root, options.outfile)).size, budget);
}
if (over) process.exit(1);

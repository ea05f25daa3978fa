// Builds the bundles that ship. One run, all of them; an entry whose source is missing is an error.
//   node scripts/build.mjs            minified, no source maps
//   node scripts/build.mjs --dev      readable, with source maps
//   node scripts/build.mjs --watch    the same, again on every change
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';
import { leanRules, ruleTexts } from './lean-rules.mjs';

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

/** Node bundles are CommonJS: one file loads faster than a tree of ES modules. */
const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  // The build of yaml that can be cut down to what is used; its Node build is CommonJS.
  alias: {
    yaml: join(dirname(createRequire(import.meta.url).resolve('yaml/package.json')), 'browser/index.js'),
  },
};
/** Server and command line: the words of rules stand beside the bundle. */
const lean = { ...node, plugins: [leanRules], inject: ['server/src/node/rule-texts.ts'] };
// Without the worker condition a dependency picks its DOM build, which a worker cannot load.
const worker = { ...shared, platform: 'browser', target: 'es2022', conditions: ['worker'] };

/**
 * What ships, and the most it may weigh in KiB. The server was meant to stay within 700; with every rule, eight
 * languages and the protocol library it does not yet, so this limit only keeps it from growing (CONTRIBUTING.md).
 */
const bundles = [
  {
    options: {
      ...lean,
      entryPoints: ['server/src/node/cli.ts'],
      outfile: 'server/dist/cli.cjs',
      external: ['./lsp.cjs', './mcp.cjs'],
    },
  },
  {
    options: { ...lean, entryPoints: ['server/src/node/lsp.ts'], outfile: 'server/dist/lsp.cjs' },
    budget: 1230,
  },
  // For `decision-rights mcp` alone; not in the extension.
  { options: { ...lean, entryPoints: ['server/src/node/mcp.ts'], outfile: 'server/dist/mcp.cjs' } },
  {
    options: {
      ...node,
      entryPoints: ['client/src/node.ts'],
      outfile: 'client/dist/node.cjs',
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
    budget: 1360,
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
];

mkdirSync(join(root, 'server/dist'), { recursive: true });
writeFileSync(join(root, 'server/dist/rule-texts.json'), JSON.stringify(await ruleTexts(root)));

let over = false;
for (const { options, budget } of bundles) {
  mkdirSync(dirname(join(root, options.outfile)), { recursive: true });
  const build = await context(options);
  if (watch) {
    await build.watch();
    continue;
  }
  await build.rebuild();
  await build.dispose();
  const kib = statSync(join(root, options.outfile)).size / 1024;
  console.log(`${options.outfile}  ${kib.toFixed(0)} KiB${budget ? ` of ${budget}` : ''}`);
  if (budget && !dev && kib > budget) {
    console.error(`${options.outfile} is over its budget of ${budget} KiB`);
    over = true;
  }
}
if (over) process.exit(1);

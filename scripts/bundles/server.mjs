// The language server, the command and the MCP server on Node: one build, so that they share the engine, cut into
// parts, so that a start loads what a check needs and nothing else. Rolldown, because esbuild can cut ES modules only,
// and CommonJS loads faster.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rolldown, watch } from 'rolldown';
import { leanRules, ruleTexts } from './lean-rules.mjs';

const require = createRequire(import.meta.url);

/** A path pattern with either slash. */
const at = (path) => new RegExp(path.replaceAll('/', '[\\\\/]'));

/** Which part a module goes into, the first that fits. What is in no list goes where it is used. */
const PARTS = [
  { name: 'answers', test: at('/core/(?:report|answers|guided)/') },
  {
    name: 'features',
    test: at('/core/(?:features/(?!token-legend)|rules/(?:statements|facts|pages)\\.|config/[a-z-]*schema)'),
  },
  { name: 'engine', test: at('/server/src/core/') },
  {
    name: 'requests',
    test: at('/server/src/lsp/(?:answers|code-actions|guided|open-members|portfolio|state|to-lsp-text)\\.'),
  },
  { name: 'server', test: at('/server/src/lsp/') },
  { name: 'commands', test: at('/server/src/cli/(?!.*-command|run)') },
  { name: 'protocol', test: at('/node_modules/vscode-') },
  { name: 'mcp-sdk', test: at('/node_modules/(?:@modelcontextprotocol|zod|ajv|fast-|json-schema)') },
  { name: 'diff', test: at('/node_modules/diff/') },
  { name: 'libraries', test: at('/node_modules/') },
];

function inputOptions(root) {
  return {
    cwd: root,
    input: {
      lsp: 'server/src/node/lsp.ts',
      cli: 'server/src/node/cli.ts',
      // For `decision-rights mcp` alone; not in the extension.
      mcp: 'server/src/node/mcp.ts',
    },
    platform: 'node',
    tsconfig: false,
    transform: { target: 'node20.9' },
    preserveEntrySignatures: 'allow-extension',
    plugins: [leanRules],
    resolve: {
      alias: {
        // The build of yaml that can be cut down to what is used; its Node build is CommonJS.
        yaml: join(dirname(require.resolve('yaml/package.json')), 'browser/index.js'),
        // 28 KiB of names that most documents have no use for: in a file read when the first is met.
        'decode-named-character-reference': join(root, 'server/src/node/character-names.ts'),
      },
    },
    treeshake: { propertyReadSideEffects: false },
    onLog(level, log, show) {
      // Modules that a feature loads when asked for, but the engine has anyway.
      if (log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') show(level, log);
    },
  };
}

function outputOptions(root, dev) {
  return {
    dir: join(root, 'server/dist'),
    format: 'cjs',
    minify: !dev,
    sourcemap: dev,
    entryFileNames: '[name].cjs',
    chunkFileNames: 'parts/[name].cjs',
    codeSplitting: { includeDependenciesRecursively: false, groups: PARTS },
  };
}

/**
 * Builds them into `server/dist`. Resolves to what each entry weighs, in bytes: its own parts that a start loads, and
 * the names of all parts.
 */
export async function buildServer(root, { dev = false } = {}) {
  await writeData(root);
  const build = await rolldown(inputOptions(root));
  const { output } = await build.write(outputOptions(root, dev));
  await build.close();
  const chunks = new Map(output.filter((one) => one.type === 'chunk').map((one) => [one.fileName, one]));
  const loaded = (name, seen = new Set()) => {
    if (seen.has(name) || !chunks.has(name)) return seen;
    seen.add(name);
    for (const other of chunks.get(name).imports) loaded(other, seen);
    return seen;
  };
  const bytes = (name) => Buffer.byteLength(chunks.get(name).code);
  return [...chunks.values()]
    .filter(({ isEntry }) => isEntry)
    .map(({ fileName }) => {
      const parts = [...loaded(fileName)];
      return { file: fileName, parts, bytes: parts.reduce((sum, part) => sum + bytes(part), 0) };
    });
}

/** Builds readable ones again on every change. */
export async function watchServer(root) {
  await writeData(root);
  watch({ ...inputOptions(root), output: outputOptions(root, true) });
}

/** What is read when first asked for: the rules' words and pages, and the names of characters. */
async function writeData(root) {
  const parts = join(root, 'server/dist/parts');
  mkdirSync(parts, { recursive: true });
  writeFileSync(join(parts, 'rule-texts.json'), JSON.stringify(await ruleTexts(root)));
  const { characterEntities } = await import('character-entities');
  writeFileSync(join(parts, 'character-names.json'), JSON.stringify(characterEntities));
}

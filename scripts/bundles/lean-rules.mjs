// Rules are one file each, words and examples included. A server or a command needs the words only when somebody
// asks why, and the examples only for a rule's page. This plugin for Rolldown takes both out of the bundles that ship;
// they go into `rule-texts.json` beside them, read when first asked for.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const RULE_FILE = /[\\/]core[\\/]rules[\\/][a-z-]+[\\/][a-z-]+\.ts$/;
const ENTRY = /[\\/]server[\\/]src[\\/]node[\\/](?:cli|lsp|mcp)\.ts$/;
const EXAMPLES = /\n {2}examples: \{\n[\s\S]*?\n {2}\},(?=\n)/;
const NO_EXAMPLES = /\n {2}examples: \{ bad: \[\], good: \[\] \},(?=\n)/;
const WHY = /\n {2}why:\s(?:(?!\n {2}[a-z]\w*:)[\s\S])*?,(?=\n {2}[a-z]\w*:)/;

/** Replaces `why` by a look-up and drops `examples` in every rule file; says to the entries where the words are. */
export const leanRules = {
  name: 'lean-rules',
  load: {
    filter: { id: RULE_FILE },
    handler(path) {
      const text = readFileSync(path, 'utf8');
      const id = /\bdefineRule\(\{\n {2}id: '([a-z-]+)',/.exec(text)?.[1];
      if (id === undefined) return null;
      if (!WHY.test(text) || !(EXAMPLES.test(text) || NO_EXAMPLES.test(text)))
        this.error(`${basename(path)}: why and examples are not where the format puts them`);
      const lean = text
        .replace(WHY, `\n  get why() { return ruleText('${id}'); },`)
        .replace(EXAMPLES, '\n  examples: NO_EXAMPLES,')
        .replace(NO_EXAMPLES, '\n  examples: NO_EXAMPLES,');
      return { code: `import { NO_EXAMPLES, ruleText } from '../texts.ts';\n${lean}`, moduleType: 'ts' };
    },
  },
  transform: {
    filter: { id: ENTRY },
    handler: (code) => `import './rule-texts.ts';\n${code}`,
  },
};

/** What the plugin takes out: by rule id, the words and the whole page. */
export async function ruleTexts(root) {
  const folder = mkdtempSync(join(tmpdir(), 'rule-texts-'));
  try {
    const outfile = join(folder, 'rules.mjs');
    await build({
      stdin: {
        contents: `export { RULES } from './server/src/core/rules/index.ts';
          export { rulePage } from './server/src/core/rules/pages.ts';`,
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      logLevel: 'warning',
      // CommonJS dependencies ask for require.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
    const { RULES, rulePage } = await import(pathToFileURL(outfile).href);
    return Object.fromEntries(RULES.map((rule) => [rule.id, { why: rule.why, page: rulePage(rule) }]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

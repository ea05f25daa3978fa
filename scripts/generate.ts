/**
 * Writes everything that is derived from the code: rule pages, JSON Schemas, the README's rule table, and what
 * rules report on their bad examples and what is read of parties (kept so that a change is seen).
 *   node --import tsx scripts/generate.ts           writes
 *   node --import tsx scripts/generate.ts --check   writes nothing; lists stale files and exits 1
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonSchema, SCHEMA_NAMES } from '../server/src/core/config/json-schemas.ts';
import { KNOWN_RULES, RULES, severityText } from '../server/src/core/rules/index.ts';
import { RULE_PAGES, rulePage, summaryOf } from '../server/src/core/rules/pages.ts';
import { RULE_GROUPS } from '../server/src/core/rules/rule.ts';
import { STATEMENTS } from '../server/src/core/rules/statements.ts';
import { allPartyReadings, PARTY_READINGS } from '../test/support/party-readings.ts';
import { reportsOf, reportsPath } from '../test/support/reports.ts';
import { editorFiles } from './generate-editor-files.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Every generated file of the repository by path, with the text it must have. */
export function generatedFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const rule of RULES) files.set(`${RULE_PAGES}/${rule.id}.md`, rulePage(rule));
  files.set(`${RULE_PAGES}/README.md`, `# Rules\n\n${ruleTable((id) => `${id}.md`)}\n`);
  for (const name of SCHEMA_NAMES)
    files.set(`schemas/${name}.schema.json`, `${JSON.stringify(jsonSchema(name, KNOWN_RULES), null, 2)}\n`);
  files.set('docs/seed-coverage.md', coverage());
  for (const [path, text] of editorFiles()) files.set(path, text);
  files.set(PARTY_READINGS, allPartyReadings());
  for (const group of RULE_GROUPS)
    files.set(reportsPath(group), reportsOf(RULES.filter((rule) => rule.group === group)));
  files.set('README.md', withRuleTable(read('README.md')));
  return files;
}

/** Paths whose text on disk is not what the code says, and rule pages of rules that are gone. */
export function staleFiles(): string[] {
  const files = generatedFiles();
  const stale = [...files].filter(([path, text]) => read(path) !== text).map(([path]) => path);
  return [...stale, ...leftOver(files)];
}

function leftOver(files: ReadonlyMap<string, string>): string[] {
  let pages: string[];
  try {
    pages = readdirSync(join(root, RULE_PAGES));
  } catch {
    return [];
  }
  return pages.map((name) => `${RULE_PAGES}/${name}`).filter((path) => !files.has(path));
}

function ruleTable(href: (id: string) => string): string {
  const lines = ['| Rule | Group | Severity | Reports |', '| --- | --- | --- | --- |'];
  for (const rule of RULES) {
    const summary = summaryOf(rule).replaceAll('|', '\\|');
    lines.push(`| [${rule.id}](${href(rule.id)}) | ${rule.group} | ${severityText(rule)} | ${summary} |`);
  }
  return lines.join('\n');
}

/** Which rules and other parts rest on each statement of the source. */
function coverage(): string {
  const rules = (n: number): string[] =>
    RULES.filter((rule) => rule.source !== 'product' && rule.source.includes(n)).map(
      (rule) => `[${rule.id}](rules/${rule.id}.md)`,
    );
  const rows = STATEMENTS.map(({ n, says, normative, also }) => {
    const by = [...rules(n), ...(also ? [also] : [])].join(', ');
    return `| ${n} | ${says.replaceAll('|', '\\|')} | ${by || (normative ? '**nothing**' : 'context')} |`;
  });
  const open = uncovered();
  const verdict =
    open.length === 0 ? 'Every normative statement is covered.' : `Not covered: ${open.join(', ')}.`;
  return [
    '# What the source says, and what covers it',
    '',
    'Generated from the rules and from our paraphrase of the source article, statement by statement.',
    '',
    verdict,
    '',
    '| | Statement, in our words | Covered by |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** Normative statements on which nothing rests. */
export function uncovered(): number[] {
  return STATEMENTS.filter(
    ({ n, normative, also }) =>
      normative &&
      also === undefined &&
      !RULES.some((rule) => rule.source !== 'product' && rule.source.includes(n)),
  ).map(({ n }) => n);
}

const MARKS = /(<!-- rules: generated[^>]*-->\n)[\s\S]*?(<!-- \/rules -->)/;

function withRuleTable(readme: string): string {
  return readme.replace(MARKS, (_, open: string, close: string) => {
    return `${open}\n${ruleTable((id) => `${RULE_PAGES}/${id}.md`)}\n\n${close}`;
  });
}

function read(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const stale = staleFiles();
    for (const path of stale) console.error(`stale: ${path} (run "npm run generate")`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    const files = generatedFiles();
    for (const path of leftOver(files)) rmSync(join(root, path));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      if (read(path) !== text) writeFileSync(join(root, path), text);
    }
    console.log(`${files.size} generated files are up to date.`);
  }
}

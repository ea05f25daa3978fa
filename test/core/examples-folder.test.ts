import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Host } from '../../server/src/cli/host.ts';
import { run } from '../../server/src/cli/run.ts';
import { nodeHost } from '../../server/src/node/host.ts';
import { inWorkspace } from '../support/cli.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const TODAY = '2026-11-24';
const YEARS_LATER = '2030-01-01';

/** The mistakes that the examples hold on purpose. examples/README.md tells a newcomer of each. */
const INTENDED = [
  'ai-systems.md:19 triage-overdue',
  'initiatives/claims-triage.md:63 raci-shared-accountable',
  'initiatives/claims-triage.md:79 escalation-timebox-unclear',
  'initiatives/complaint-routing.md:27 gate-passed-with-a-no',
  'initiatives/fraud-alerts.md:10 owner-is-cto',
  'initiatives/fraud-alerts.md:16 metric-technical-only',
  'initiatives/mailroom-sorting.md:77 stop-authority-collective',
  'initiatives/mailroom-sorting.md:83 escalation-no-timebox',
  'initiatives/parts-forecast.md:14 doc-placeholder',
  'initiatives/parts-forecast.md:23 gate-overdue',
  'initiatives/parts-forecast.md:33 gate-blocked-no-escalation',
];

/** What is still to be decided in 2026 is overdue in 2030. */
const OVERDUE_LATER = [
  'initiatives/candidate-shortlist.md:23 gate-overdue',
  'initiatives/fraud-alerts.md:30 gate-overdue',
];

interface Clean {
  readonly file: string;
  readonly model: string;
  readonly autonomy: string;
  readonly useCase: string;
  readonly status: string;
}

/** Complete documents without a finding. */
const CLEAN: readonly Clean[] = [
  ['contract-review', 'hybrid', 'advisory', 'back-office', 'production'],
  ['refund-agent', 'hybrid', 'agentic', 'customer-facing', 'production'],
  ['repair-scheduling', 'hybrid', 'agentic', 'back-office', 'production'],
  ['invoice-matching', 'distributed', 'agentic', 'back-office', 'production'],
  ['reply-drafts', 'distributed', 'advisory', 'customer-facing', 'gate'],
  ['candidate-shortlist', 'distributed', 'advisory', 'back-office', 'pilot'],
  ['renewal-offers', 'distributed', 'agentic', 'customer-facing', 'paused'],
  ['internal-search', 'coe', 'advisory', 'back-office', 'production'],
].map(([file, model, autonomy, useCase, status]) => ({
  file: `initiatives/${file}.md`,
  model: model ?? '',
  autonomy: autonomy ?? '',
  useCase: useCase ?? '',
  status: status ?? '',
}));

interface Checked {
  readonly code: number;
  readonly files: readonly string[];
  readonly findings: readonly string[];
  readonly exceptions: number;
}

async function checkExamples(today: string): Promise<Checked> {
  const out: string[] = [];
  const host: Host = {
    ...nodeHost(async () => 0),
    cwd: root,
    env: {},
    out: { write: (text) => void out.push(text), isTerminal: false },
    err: { write: () => {}, isTerminal: false },
  };
  const code = await run(['check', 'examples', '--format', 'json', '--today', today], host);
  const json = JSON.parse(out.join('')) as {
    files: { path: string; findings: { rule: string; range: { start: { line: number } } }[] }[];
    summary: { exceptions: number };
  };
  const files = json.files.map(({ path, findings }) => ({ path: path.replace(/^examples\//, ''), findings }));
  return {
    code,
    files: files.map(({ path }) => path),
    findings: files
      .flatMap(({ path, findings }) =>
        findings.map(({ rule, range }) => `${path}:${range.start.line} ${rule}`),
      )
      .sort(),
    exceptions: json.summary.exceptions,
  };
}

interface Json {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly { readonly rule: string }[];
  }[];
}

/** The examples with their paragraphs broken into lines of at most `width` characters, as path and text. */
function rewrapped(width: number): Record<string, string> {
  const paths = readdirSync(`${root}/examples`, { recursive: true, encoding: 'utf8' });
  const files: Record<string, string> = {};
  for (const path of paths.filter((name) => /\.(?:md|yaml)$/.test(name))) {
    const text = readFileSync(`${root}/examples/${path}`, 'utf8');
    files[path.replaceAll('\\', '/')] = path.endsWith('.md') ? rewrap(text, width) : text;
  }
  return files;
}

function rewrap(text: string, width: number): string {
  const head = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  const blocks = text.slice(head.length).split(/\n{2,}/);
  const wrapped = blocks.map((block) => (/^(?:[|#<*-]|\d\.)/m.test(block) ? block : fill(block, width)));
  return head + wrapped.join('\n\n');
}

function fill(paragraph: string, width: number): string {
  const lines: string[] = [];
  for (const word of paragraph.split(/\s+/)) {
    const last = lines.at(-1);
    // A number at the start of a line could begin a list.
    if (last !== undefined && (last.length + word.length < width || /^\d+\./.test(word)))
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

function headOf(file: string): string {
  const text = readFileSync(`${root}/examples/${file}`, 'utf8');
  return text.slice(0, text.indexOf('\n---\n'));
}

describe('the examples', () => {
  let now: Checked;
  before(async () => {
    now = await checkExamples(TODAY);
  });

  it('have the mistakes that are meant, and no other finding', () => {
    assert.deepEqual(now.findings, [...INTENDED].sort());
    assert.equal(now.code, 1);
  });

  it('keep them for years, and gain those whose day has come', async () => {
    const later = await checkExamples(YEARS_LATER);
    assert.deepEqual(later.findings, [...INTENDED, ...OVERDUE_LATER].sort());
  });

  it('hold one exception, silenced with its reason', () => {
    assert.equal(now.exceptions, 1);
  });

  it('hold fourteen documents and a register; README and records are none', () => {
    assert.equal(now.files.length, 15);
    assert.ok(now.files.includes('ai-systems.md'));
    assert.deepEqual(
      now.files.filter((path) => !path.startsWith('initiatives/') && path !== 'ai-systems.md'),
      [],
    );
  });

  for (const { file, model, autonomy, useCase, status } of CLEAN)
    it(`show ${file} as a clean one: ${model}, ${autonomy}, ${useCase}, ${status}`, () => {
      assert.ok(now.files.includes(file));
      assert.deepEqual(
        now.findings.filter((finding) => finding.startsWith(`${file}:`)),
        [],
      );
      const head = headOf(file);
      assert.match(head, new RegExp(`^operating_model:(?: \\{ type:|\\s+type:)? ${model}\\b`, 'm'));
      assert.match(head, new RegExp(`^autonomy: ${autonomy}$`, 'm'));
      assert.match(head, new RegExp(`^use_case_class: ${useCase}$`, 'm'));
      assert.match(head, new RegExp(`^status: ${status}$`, 'm'));
    });

  it('have a clean document for each operating model, autonomy and class', () => {
    const shown = (key: 'model' | 'autonomy' | 'useCase') =>
      [...new Set(CLEAN.map((clean) => clean[key]))].sort();
    assert.deepEqual(shown('model'), ['coe', 'distributed', 'hybrid']);
    assert.deepEqual(shown('autonomy'), ['advisory', 'agentic']);
    assert.deepEqual(shown('useCase'), ['back-office', 'customer-facing']);
  });

  it('show every status', () => {
    const statuses = now.files
      .filter((file) => file.startsWith('initiatives/'))
      .map((file) => /^status: (\w+)$/m.exec(headOf(file))?.[1]);
    assert.deepEqual([...new Set(statuses)].sort(), ['gate', 'paused', 'pilot', 'production', 'retired']);
  });

  for (const width of [24, 40, 60, 80])
    it(`are read alike when their paragraphs are broken at ${width} characters`, () =>
      inWorkspace(rewrapped(width), async (workspace) => {
        const { out } = await workspace.run(['check', '--format', 'json', '--today', TODAY]);
        const found = (JSON.parse(out) as Json).files.flatMap(({ path, findings }) =>
          findings.map(({ rule }) => `${path} ${rule}`),
        );
        const meant = now.findings.map((finding) => finding.replace(/:\d+ /, ' '));
        assert.deepEqual(found.sort(), meant.sort());
      }));
});

import assert from 'node:assert/strict';
import { check } from '../../server/src/core/check.ts';
import { type Config, defaultConfig } from '../../server/src/core/config/config.ts';
import { parseConfig } from '../../server/src/core/config/parse-config.ts';
import { DecisionRightsDocument } from '../../server/src/core/document/document.ts';
import { ownership } from '../../server/src/core/document/ours.ts';
import type { Settings } from '../../server/src/core/document/reading.ts';
import { parsePeople } from '../../server/src/core/people/parse-people.ts';
import { emptyRegister, type PeopleRegister } from '../../server/src/core/people/register.ts';
import { KNOWN_RULES } from '../../server/src/core/rules/index.ts';
import type { Example, Finding } from '../../server/src/core/rules/rule.ts';
import { parseDate } from '../../server/src/core/text/dates.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import { factsFromFiles } from './workspace.ts';

export const DEFAULT_TODAY = '2026-03-02';
const DEFAULT_PATH = 'claims-triage.md';

/** An example's text without its marks, and where they were. */
export function unmark(text: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let out = '';
  let start = -1;
  for (const unit of text) {
    if (unit === '⟦') start = out.length;
    else if (unit === '⟧') {
      assert.ok(start >= 0, 'a ⟧ without ⟦');
      spans.push({ start, end: out.length });
      start = -1;
    } else out += unit;
  }
  assert.equal(start, -1, 'a ⟦ without ⟧');
  return { text: out, spans };
}

/** The settings an example asks for. */
export function settingsOf(example: Example): Settings {
  let config: Config = defaultConfig;
  let people: PeopleRegister = emptyRegister;
  if (example.config !== undefined) {
    const parsed = parseConfig(example.config, KNOWN_RULES);
    assert.deepEqual(parsed.problems, [], "the example's configuration has problems");
    config = parsed.config;
    people = parsed.people ?? people;
  }
  if (example.people !== undefined) {
    const parsed = parsePeople(example.people);
    assert.deepEqual(parsed.problems, [], "the example's people register has problems");
    people = parsed.register;
  }
  const day = parseDate(example.today ?? DEFAULT_TODAY);
  assert.ok(day !== undefined);
  const path = example.path ?? DEFAULT_PATH;
  const { text } = unmark(example.text);
  return {
    config,
    people,
    now: day * 86_400_000,
    workspace: example.files ? factsFromFiles({ ...example.files, [path]: text }) : undefined,
  };
}

/** Checks a text as the example would be checked. */
export function checkText(
  text: string,
  example: Example,
): { doc: DecisionRightsDocument; findings: readonly Finding[] } {
  const path = example.path ?? DEFAULT_PATH;
  const owned = ownership(path, text, { documents: false, excluded: false, named: example.named ?? false });
  assert.ok(
    owned,
    'the example is not a decision-rights document: give it frontmatter with a type, a name or `named`',
  );
  const doc = new DecisionRightsDocument(path, text, owned);
  return { doc, findings: check(doc, settingsOf(example)).findings };
}

/** The example's text in another dress: same statements, other offsets. */
export const VARIANTS: readonly { name: string; dress: (text: string) => string }[] = [
  { name: 'as written', dress: (text) => text },
  { name: 'with CRLF', dress: (text) => text.replace(/\r?\n/g, '\r\n') },
  { name: 'with a BOM', dress: (text) => `\uFEFF${text}` },
  { name: 'with an emoji before', dress: emojiBefore },
];

function emojiBefore(text: string): string {
  const block = /^⟦?---\n[\s\S]*?\n---\n/.exec(text);
  if (!block)
    return text.startsWith('---') || text.startsWith('⟦---') ? text : `👩🏽‍💼 Übersicht 田中\n\n${text}`;
  const head = block[0].replace(/^(⟦?---)\n/, '$1\n# 👩🏽‍💼 田中\n');
  return `${head}\n👩🏽‍💼 Übersicht 田中\n${text.slice(block[0].length)}`;
}

/** Asserts that the rule reports exactly the marked places of a bad example. */
export function checkBad(rule: string, example: Example, dress: (text: string) => string): void {
  const { text, spans } = unmark(dress(example.text));
  const { findings } = checkText(text, example);
  const found = findings.filter((finding) => finding.rule === rule);
  const show = (span: Span): string =>
    `${span.start}..${span.end} ${JSON.stringify(text.slice(span.start, span.end))}`;
  assert.deepEqual(
    found.map((finding) => show(finding.span)),
    spans.map(show),
    `places of ${rule}`,
  );
  for (const finding of found) {
    if (example.severity) assert.equal(finding.severity, example.severity);
    assert.match(finding.message, /[.!?]$/, 'a message is whole sentences');
  }
}

/** Rules whose findings a fix may add: it inserts placeholders for a person to fill in, or an owner who has yet to accept. */
const MAY_APPEAR = new Set(['doc-placeholder', 'owner-unnamed', 'owner-not-accepted']);

/** Asserts of every fix of the example's findings that it removes its finding, adds none, and has then nothing to do. */
export function checkFixes(rule: string, example: Example, dress: (text: string) => string): void {
  const { text } = unmark(dress(example.text));
  const before = checkText(text, example).findings;
  const count = (findings: readonly Finding[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const { rule: id } of findings) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  };
  for (const finding of before.filter((candidate) => candidate.rule === rule)) {
    for (const fix of finding.fixes()) {
      const fixed = applyEdits(text, fix.edits);
      assert.notEqual(fixed, text, `fix "${fix.title}" changes nothing`);
      if (text.includes('\r\n')) assert.ok(!/[^\r]\n/.test(fixed), `fix "${fix.title}" mixes line ends`);
      const after = checkText(fixed, example).findings;
      const [was, is] = [count(before), count(after)];
      const left = is.get(rule) ?? 0;
      assert.ok(
        left < (was.get(rule) ?? 0),
        `fix "${fix.title}" leaves its finding:\n${fixed}\n${after.find((f) => f.rule === rule)?.message}`,
      );
      for (const [id, n] of is)
        assert.ok(
          MAY_APPEAR.has(id) || example.raises?.includes(id) || n <= (was.get(id) ?? 0),
          `fix "${fix.title}" adds ${id}: ${after.find((f) => f.rule === id)?.message}\n${fixed}`,
        );
    }
  }
}

/** Asserts that the rule is silent on a good example. */
export function checkGood(rule: string, example: Example, dress: (text: string) => string): void {
  const { text } = unmark(dress(example.text));
  const found = checkText(text, example).findings.filter((finding) => finding.rule === rule);
  assert.deepEqual(
    found.map((finding) => `${text.slice(finding.span.start, finding.span.end)}: ${finding.message}`),
    [],
  );
}

// What one check costs, in CPU time: a machine that others use as well delays it, but does not make it dearer by much.
//   node --import tsx bench/check.ts DIR [DOCUMENT …]
// DIR is checked cold, every document once; in each DOCUMENT letters are typed and taken back, with a check after each.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../server/src/core/check.ts';
import { defaultConfig } from '../server/src/core/config/config.ts';
import { DecisionRightsDocument } from '../server/src/core/document/document.ts';
import { ownership } from '../server/src/core/document/ours.ts';
import type { Settings } from '../server/src/core/document/reading.ts';
import { emptyRegister } from '../server/src/core/people/register.ts';
import { worked } from '../server/src/core/text/memo.ts';

const settings: Settings = {
  config: defaultConfig,
  people: emptyRegister,
  now: Date.UTC(2026, 2, 2),
  workspace: undefined,
};

const [dir, ...documents] = process.argv.slice(2);
if (dir) cold(dir);
for (const path of documents) edits(path);

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function open(path: string): DecisionRightsDocument | undefined {
  const text = readFileSync(path, 'utf8');
  const owned = ownership(path, text, { documents: false, excluded: false, named: true });
  return owned && new DecisionRightsDocument(path, text, owned);
}

function cold(folder: string): void {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  );
  const texts = paths.flatMap((path) => open(join(folder, path)) ?? []);
  const before = cpu();
  for (const doc of texts) check(doc, settings);
  console.log(
    `${folder}: ${((cpu() - before) / texts.length).toFixed(2)} ms a document, ${texts.length} documents`,
  );
}

function edits(path: string): void {
  const doc = open(path);
  if (!doc) return;
  check(doc, settings);
  const places = [...doc.text.matchAll(/(?<=\n)[A-Z][a-z]+ [a-z]+ [a-z]/g)]
    .map((match) => match.index + match[0].length)
    .filter((at) => at > doc.markdown.bodyStart);
  const count = doc.text.length > 100_000 ? 20 : 400;
  const times: number[] = [];
  const before = { ...worked };
  for (let i = 0; i < count; i++) {
    const at = places[(i * 7919) % places.length] ?? doc.text.length;
    const start = cpu();
    doc.edit({ span: { start: at, end: at }, newText: 'x' });
    check(doc, settings);
    times.push(cpu() - start);
    doc.edit({ span: { start: at, end: at + 1 }, newText: '' });
    check(doc, settings);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2);
  const each = (key: keyof typeof worked): string => ((worked[key] - before[key]) / count / 2).toFixed(1);
  console.log(
    `${path}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms an edit; sections parsed ${each('parses')}, parts read ${each('parts')}, texts read ${each('texts')}`,
  );
}

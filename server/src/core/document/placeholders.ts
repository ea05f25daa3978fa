import type { Block, TableBlock } from '../markdown/blocks.ts';
import type { Prose } from '../markdown/prose.ts';
import { perText } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import type { YamlNode, YamlScalar } from '../yaml/node.ts';
import type { Region } from './outline.ts';
import { perPart } from './per-part.ts';
import { once } from './reading.ts';

/** A place that somebody still has to fill in. */
export interface Placeholder {
  /** The placeholder itself; for an empty field its label. */
  readonly span: Span;
  /** As written; for an empty field its label. */
  readonly text: string;
  readonly kind: 'word' | 'blank-field';
}

/** Where placeholders may stand inside other text. */
const WORDS =
  /(?<![\p{L}\p{N}_-])(?:TBD|tbd|TBC|TBA|T\.B\.D\.|TODO|FIXME|XXX?|YYYY-MM-DD|[Ll]orem ipsum)(?![\p{L}\p{N}_-])|\{\{[^{}\n]{0,60}\}\}|_{4,}|\?{3,}/gu;
/** `[Name]`, but no index, call, citation, checkbox or footnote. */
const BRACKETS = /(?<![\p{L}\p{N}_\]])\[([^[\]\n]{2,80})\](?![[({:])/gu;
/** Texts that are placeholders only where they are all there is. */
const WHOLE =
  /^\(?(?:to be (?:completed|confirmed|decided|determined|defined|agreed|filled in|announced|added|named|appointed|advised)(?: (?:later|soon))?|to be done|to do|tbc|tba|xx+|\.{3}|…|\?+|<[^<>]{1,60}>|n\.n\.)\)?[.!]?$/i;
const IN_BRACKETS =
  /\((to be (?:completed|confirmed|decided|determined|defined|filled in|announced|named))\)/gi;

/** What people write between brackets for others to replace. Citations, `[sic]` and the like hold none of these. */
const VOCABULARY = new Set(
  (
    'name names date day month year time amount title position role unit team department function company organisation ' +
    'organization person owner holder deputy executive sponsor approver decider system initiative project product metric ' +
    'measure unit baseline target value figure number percent threshold trigger limit scope action budget currency cost ' +
    'centre center reason answer text link url place evidence document path insert enter describe fill add choose select ' +
    'your our who what when where which why how yes no email e-mail phone contact channel mechanism switch runbook ' +
    'hours minutes example placeholder word words field blank here xxx consequence question result'
  ).split(' '),
);

/** Every placeholder of the document, frontmatter first, each once. */
export const placeholdersOf = once((reading): readonly Placeholder[] => {
  const { frontmatter, outline } = reading;
  const found: Placeholder[] = [];
  if (frontmatter.root) inYaml(frontmatter.root, found);
  for (const region of outline.regions) for (const placeholder of inRegion(region)) found.push(placeholder);
  return found;
});

/** What a document says of its own earlier versions is no part of what it says. */
const HISTORY =
  /\b(?:change|version|revision|document|edit)s?[ -](?:history|log|control)\b|^(?:history|changelog|revisions?)$/i;

const inRegion = perPart(({ heading, blocks }: Region): readonly Placeholder[] => {
  const found: Placeholder[] = [];
  if (heading && HISTORY.test(heading.prose.text.replace(/\s+/g, ' ').trim())) return found;
  if (heading) inProse(heading.prose, found);
  inBlocks(blocks, found);
  return found;
});

function inBlocks(blocks: readonly Block[], found: Placeholder[]): void {
  blocks.forEach((block, i) => {
    if (block.kind === 'paragraph') inText(block.prose, blocks[i + 1], found);
    else if (block.kind === 'table' && !isHistory(block))
      for (const row of [block.header, ...block.rows])
        for (const { prose } of row.cells) inProse(prose, found);
    else if (block.kind === 'list')
      for (const item of block.items) {
        inText(item.prose, item.children[0], found);
        inBlocks(item.children, found);
      }
  });
}

/** `Version | Date | Author | Change`. */
function isHistory({ header }: TableBlock): boolean {
  const words = header.cells.map(({ prose }) => prose.text.trim());
  return (
    words.some((word) => /^(?:version|rev(?:ision)?|v)\.?$/i.test(word)) &&
    words.some((word) => /^(?:date|author|changed? by|changes?)$/i.test(word))
  );
}

function inText(prose: Prose, next: Block | undefined, found: Placeholder[]): void {
  inProse(prose, found);
  blankFields(prose, next, found);
}

function inProse(prose: Prose, found: Placeholder[]): void {
  if (prose.text === '') return;
  for (const { from, to } of placesIn(prose.text)) {
    // A link says where it leads, and code is quoted: neither is a gap.
    if ([...prose.links, ...prose.code].some((part) => from < part.to && to > part.from)) continue;
    found.push({ span: prose.at(from, to), text: prose.text.slice(from, to), kind: 'word' });
  }
}

/** Ranges of the placeholders in a plain text, in order, none inside another. */
export const placesIn = perText((text): readonly { readonly from: number; readonly to: number }[] => {
  const plain = text.trim();
  const value = /^[^:\n]{1,40}:\s+(\S.*)$/.exec(plain)?.[1];
  for (const whole of [plain, value]) {
    if (whole === undefined || !WHOLE.test(whole)) continue;
    const from = text.lastIndexOf(whole);
    return [{ from, to: from + whole.length }];
  }
  const places: { from: number; to: number }[] = [];
  for (const match of text.matchAll(WORDS))
    places.push({ from: match.index, to: match.index + match[0].length });
  for (const match of text.matchAll(IN_BRACKETS))
    places.push({ from: match.index + 1, to: match.index + match[0].length - 1 });
  for (const match of text.matchAll(BRACKETS))
    if (asksForText(match[1] ?? '')) places.push({ from: match.index, to: match.index + match[0].length });
  places.sort((a, b) => a.from - b.from || b.to - a.to);
  return places.filter((place, i) => !places.slice(0, i).some((other) => place.from < other.to));
});

function asksForText(inside: string): boolean {
  if (/^\^|^[xX ]$|^\d+$|^https?:/.test(inside)) return false;
  const words = inside.toLowerCase().match(/[a-z-]+/g) ?? [];
  return (
    words.length <= 14 && words.some((word) => VOCABULARY.has(word) || VOCABULARY.has(word.replace(/s$/, '')))
  );
}

/** `**Label:**` with nothing behind it, on the line below it or in the block that follows. */
function blankFields(prose: Prose, next: Block | undefined, found: Placeholder[]): void {
  const { text, strong } = prose;
  strong.forEach(({ from, to }, i) => {
    if (from > 0 && !/\n[ \t]*$/.test(text.slice(0, from))) return;
    const label = text.slice(from, to).trim();
    const colon = label.endsWith(':') ? to : to + (/^\s*:/.exec(text.slice(to))?.[0].length ?? 0);
    if (!label.endsWith(':') && colon === to) return;
    const until =
      strong.slice(i + 1).find((other) => /\n[ \t]*$/.test(text.slice(0, other.from)))?.from ?? text.length;
    if (text.slice(colon, until).trim() !== '') return;
    if (until === text.length && next !== undefined && answers(next)) return;
    const name = label.replace(/:$/, '').trim();
    if (name === '') return;
    const start = text.indexOf(name, from);
    found.push({ span: prose.at(start, start + name.length), text: name, kind: 'blank-field' });
  });
}

/** Whether the block after a label is what the label announces. */
function answers(next: Block): boolean {
  if (next.kind === 'paragraph') return !next.prose.strong.some(({ from }) => from === 0);
  return next.kind !== 'heading' && next.kind !== 'comment' && next.kind !== 'break';
}

function inYaml(node: YamlNode, found: Placeholder[]): void {
  switch (node.kind) {
    case 'map':
      for (const { key, value } of node.entries) if (!key.startsWith('x-')) inYaml(value, found);
      break;
    case 'list': {
      // `owner: [Name]` is a list for YAML and a gap for its writer.
      const [only] = node.items;
      const gap = node.flow && node.items.length === 1 && only?.kind === 'scalar' && !only.quoted;
      if (gap && /^[A-Z]/.test(only.text) && only.text.length < 40 && VOCABULARY.has(only.text.toLowerCase()))
        found.push({ span: node.span, text: `[${only.text}]`, kind: 'word' });
      else for (const item of node.items) inYaml(item, found);
      break;
    }
    case 'scalar':
      if (!node.isNull) inScalar(node, found);
      break;
    default:
      break;
  }
}

function inScalar(node: YamlScalar, found: Placeholder[]): void {
  const { start, end } = node.inner;
  const asWritten = end - start === node.text.length;
  for (const { from, to } of placesIn(node.text)) {
    const span = asWritten ? { start: start + from, end: start + to } : node.inner;
    found.push({ span, text: node.text.slice(from, to), kind: 'word' });
  }
}

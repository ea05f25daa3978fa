import type { Block, Comment, Heading, ListBlock, ListItem, TableBlock } from '../markdown/blocks.ts';
import type { Prose } from '../markdown/prose.ts';
import type { Section } from '../markdown/section.ts';
import type { Span } from '../text/span.ts';
import { headingKind, type SectionKind } from './heading-kinds.ts';
import { perPart } from './per-part.ts';

/** A heading and everything below it up to the next heading, whatever its level. */
export interface Region {
  /** Undefined for the text before the first heading. */
  readonly heading: Heading | undefined;
  /** 0 for the text before the first heading. */
  readonly depth: number;
  /** What the heading says; inherited from the nearest heading above it that says something. */
  readonly kind: SectionKind | undefined;
  /** True when the kind is this heading's own, not inherited. */
  readonly own: boolean;
  readonly parent: Region | undefined;
  /** The blocks directly below the heading, in order. */
  readonly blocks: readonly Block[];
}

/** `**Label:** value`, `- Label: value`, lines `Label: value` below each other, or a row of a two-column table. */
export interface Field {
  /** Without the colon, trimmed. */
  readonly label: string;
  readonly labelSpan: Span;
  /** May be blank: then its span is the place where the value belongs. */
  readonly value: Prose;
  readonly region: Region;
}

/** A paragraph, list item or labelled line of one in its region; for an item, `depth` counts the lists around it, from 1. */
export interface TextBlock {
  readonly prose: Prose;
  readonly region: Region;
  readonly item: ListItem | undefined;
  readonly depth: number;
}

export interface TableInRegion {
  readonly table: TableBlock;
  readonly region: Region;
  /** The nearest paragraph or quote before and after it in its region: where a legend stands. */
  readonly before: Prose | undefined;
  readonly after: Prose | undefined;
}

/** The body of a document by headings. Built from the sections; costs pointers, not text. */
export interface Outline {
  readonly regions: readonly Region[];
  /** Paragraphs and list items of all regions, in order. Quotes are not among them. */
  readonly texts: readonly TextBlock[];
  readonly fields: readonly Field[];
  readonly tables: readonly TableInRegion[];
  readonly comments: readonly Comment[];
}

/** What one section adds, kept with the section so that an edit elsewhere costs nothing here. */
interface SectionParts {
  readonly groups: readonly { readonly heading: Heading | undefined; readonly blocks: readonly Block[] }[];
}

const partsOf = new WeakMap<Section, { blocks: readonly Block[]; parts: SectionParts }>();

function sectionParts(section: Section): SectionParts {
  const known = partsOf.get(section);
  if (known && known.blocks === section.blocks) return known.parts;
  const groups: { heading: Heading | undefined; blocks: Block[] }[] = [{ heading: undefined, blocks: [] }];
  for (const block of section.blocks) {
    if (block.kind === 'heading') groups.push({ heading: block, blocks: [] });
    else groups[groups.length - 1]?.blocks.push(block);
  }
  const parts = { groups };
  partsOf.set(section, { blocks: section.blocks, parts });
  return parts;
}

/** Reads the headings, texts, fields and tables of the sections. */
export function readOutline(sections: readonly Section[]): Outline {
  const regions = readRegions(sections);
  const texts: TextBlock[] = [];
  const fields: Field[] = [];
  const tables: TableInRegion[] = [];
  const comments: Comment[] = [];
  for (const region of regions) {
    const found = foundIn(region);
    for (const text of found.texts) texts.push(text);
    for (const field of found.fields) fields.push(field);
    for (const table of found.tables) tables.push(table);
    for (const comment of found.comments) comments.push(comment);
  }
  return { regions, texts, fields, tables, comments };
}

function readRegions(sections: readonly Section[]): Region[] {
  const groups: { heading: Heading | undefined; blocks: readonly Block[] }[] = [
    { heading: undefined, blocks: [] },
  ];
  for (const section of sections) {
    for (const group of sectionParts(section).groups) {
      const last = groups[groups.length - 1];
      if (group.heading) groups.push({ ...group });
      else if (last && group.blocks.length > 0)
        last.blocks = last.blocks.length === 0 ? group.blocks : [...last.blocks, ...group.blocks];
    }
  }
  const regions: Region[] = [];
  const open: Region[] = [];
  groups.forEach((group, index) => {
    const depth = group.heading?.depth ?? 0;
    while (open.length > 0 && (open[open.length - 1]?.depth ?? 0) >= depth) open.pop();
    const parent = open[open.length - 1];
    let kind: SectionKind | undefined;
    // A title above other headings names the document, not a section of it.
    const nextDepth = groups[index + 1]?.heading?.depth ?? 0;
    if (group.heading && !(depth === 1 && nextDepth > 1)) kind = headingKind(group.heading.prose.text);
    const own = kind !== undefined;
    const { heading, blocks } = group;
    const region = sameRegion({ heading, depth, kind: kind ?? parent?.kind, own, parent, blocks });
    regions.push(region);
    if (group.heading) open.push(region);
  });
  return regions;
}

const regionsBefore = new WeakMap<readonly Block[], Region>();

/** The region of the outline before where it is equal, so that what was read from it is still known. */
function sameRegion(now: Region): Region {
  const before = regionsBefore.get(now.blocks);
  if (
    before &&
    before.heading === now.heading &&
    before.depth === now.depth &&
    before.kind === now.kind &&
    before.own === now.own &&
    before.parent === now.parent
  )
    return before;
  regionsBefore.set(now.blocks, now);
  return now;
}

const foundIn = perPart((region: Region): Found => {
  const found: Found = { texts: [], fields: [], tables: [], comments: [] };
  collect(region, region.blocks, 0, found);
  return found;
});

interface Found {
  readonly texts: TextBlock[];
  readonly fields: Field[];
  readonly tables: TableInRegion[];
  readonly comments: Comment[];
}

function collect(region: Region, blocks: readonly Block[], depth: number, found: Found): void {
  blocks.forEach((block, index) => {
    switch (block.kind) {
      case 'paragraph':
        for (const { prose, labelled: plain } of labelledParts(block.prose)) {
          found.texts.push({ prose, region, item: undefined, depth });
          const field = fieldOf(prose, region, plain);
          if (field) found.fields.push(field);
        }
        break;
      case 'list':
        collectList(region, block, depth + 1, found);
        break;
      case 'table':
        found.tables.push({
          table: block,
          region,
          before: nearestProse(blocks, index, -1),
          after: nearestProse(blocks, index, 1),
        });
        found.fields.push(...rowsAsFields(block, region));
        break;
      case 'comment':
        found.comments.push(block);
        break;
      default:
        break;
    }
  });
}

function collectList(region: Region, list: ListBlock, depth: number, found: Found): void {
  for (const item of list.items) {
    // With something below it an item stays whole: what stands below belongs to all of it.
    const parts = item.children.length > 0 ? [{ prose: item.prose }] : labelledParts(item.prose);
    for (const { prose } of parts) {
      if (prose.text === '') continue;
      found.texts.push({ prose, region, item, depth });
      const field = fieldOf(prose, region, true);
      if (field) found.fields.push(field);
    }
    collect(region, item.children, depth, found);
  }
}

function nearestProse(blocks: readonly Block[], from: number, step: 1 | -1): Prose | undefined {
  for (let i = from + step; i >= 0 && i < blocks.length; i += step) {
    const block = blocks[i];
    if (block?.kind === 'table') return undefined;
    if (block?.kind === 'paragraph' || block?.kind === 'quote') return block.prose;
    if (block?.kind === 'list') return block.items[0]?.prose;
  }
  return undefined;
}

/** A stretch of a paragraph; `labelled` where it begins with a label, bold or not, that others stand beside. */
interface Part {
  readonly prose: Prose;
  readonly labelled: boolean;
}

/** A paragraph cut at the lines that begin with a label; each reaches to the next one. A text without them is one part. */
const labelledParts = perPart((prose: Prose): readonly Part[] => {
  if (!prose.text.includes(':')) return [{ prose, labelled: false }];
  const starts = labelStarts(prose);
  const [first] = starts;
  if (first === undefined || (first === 0 && starts.length === 1))
    return [{ prose, labelled: first !== undefined }];
  const parts = starts.map((from, i): Part => ({ prose: prose.slice(from, starts[i + 1]), labelled: true }));
  return first === 0 ? parts : [{ prose: prose.slice(0, first), labelled: false }, ...parts];
});

interface Line {
  readonly from: number;
  readonly text: string;
  readonly label: 'bold' | 'plain' | 'lower' | undefined;
}

/**
 * Where labels begin. `**Label:**` counts at the start of any line. A plain `Label: value` line counts beside
 * another labelled line, and where no sentence runs on into it: a colon alone may stand anywhere in prose.
 */
function labelStarts(prose: Prose): number[] {
  const lines = linesOf(prose);
  const every = lines.every(({ label }) => label !== undefined);
  const found = lines.filter(({ label }, i) => {
    if (label === 'bold') return true;
    if (label === undefined || (label === 'lower' && !every)) return false;
    return !RUNS_ON.test(lines[i - 1]?.text ?? '');
  });
  const [first] = found;
  const before = first ? (lines[lines.indexOf(first) - 1]?.text ?? '') : '';
  const plainToo = found.length > 1 && (before === '' || first?.label === 'bold' || /[.:!?]$/.test(before));
  return found.filter(({ label }) => plainToo || label === 'bold').map(({ from }) => from);
}

function linesOf(prose: Prose): Line[] {
  const { text, strong } = prose;
  const boldLabels = new Set(
    strong
      .filter(({ from, to }) => /:\s*$/.test(text.slice(from, to)) || /^\s*:/.test(text.slice(to)))
      .map(({ from }) => from),
  );
  const lines: Line[] = [];
  let from = 0;
  for (const raw of text.split('\n')) {
    const at = from + raw.length - raw.trimStart().length;
    const plain = PLAIN_LABEL.exec(raw.trim())?.[1];
    const label = boldLabels.has(at)
      ? 'bold'
      : plain === undefined
        ? undefined
        : /^\p{Ll}/u.test(plain)
          ? 'lower'
          : 'plain';
    lines.push({ from: at, text: raw.trim(), label });
    from += raw.length + 1;
  }
  return lines;
}

/** A few words without a full stop or comma, and a colon that something may follow. */
const PLAIN_LABEL = /^([^\s:.,;!?|]{1,40}(?:[ \t][^\s:.,;!?|]{1,40}){0,5})[ \t]?:(?=\s|$)/;
/** The end of a line whose sentence goes on in the next one. */
const RUNS_ON =
  /(?:\(|\b(?:a|an|the|of|to|and|or|by|with|for|in|on|at|from|that|if|when|than|as|is|are|was|our|their|her|his|its|this|und|oder|der|die|das|mit|von|et|ou|de|la|le|les|y|o|con|del|el))$/;

const LABEL = /^([^:\n]{1,80}?)\s*:(?=\s|$)/;

function fieldOf(prose: Prose, region: Region, plainToo: boolean): Field | undefined {
  const match = LABEL.exec(prose.text);
  if (!match?.[1]) return undefined;
  const bold = prose.strong.some(({ from }) => from === 0);
  if (!bold && (!plainToo || match[1].split(/\s+/).length > 8)) return undefined;
  return {
    label: match[1].trim(),
    labelSpan: prose.at(0, match[1].length),
    value: prose.slice(match[0].length),
    region,
  };
}

function rowsAsFields(table: TableBlock, region: Region): Field[] {
  if (table.header.cells.length !== 2) return [];
  return table.rows.flatMap((row): Field[] => {
    const [label, value] = row.cells;
    if (!label || !value || row.cells.length !== 2 || label.prose.text === '') return [];
    return [
      {
        label: label.prose.text.replace(/:\s*$/, '').trim(),
        labelSpan: label.span,
        value: value.prose,
        region,
      },
    ];
  });
}

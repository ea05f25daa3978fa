import type {
  Block,
  Comment,
  Heading,
  ListBlock,
  ListItem,
  Paragraph,
  TableBlock,
} from '../markdown/blocks.ts';
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

/** `**Label:** value`, `- Label: value`, or a row of a two-column table. */
export interface Field {
  /** Without the colon, trimmed. */
  readonly label: string;
  readonly labelSpan: Span;
  /** May be blank: then its span is the place where the value belongs. */
  readonly value: Prose;
  readonly region: Region;
}

/** A paragraph or list item in its region; for an item, `depth` counts the lists around it, from 1. */
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
        found.texts.push({ prose: block.prose, region, item: undefined, depth });
        found.fields.push(...fieldsOf(block, region));
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
    if (item.prose.text !== '') {
      found.texts.push({ prose: item.prose, region, item, depth });
      const field = labelled(item.prose, region, true);
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

/** `**Label:** value` lines of a paragraph; each value reaches to the next label. */
function fieldsOf(paragraph: Paragraph, region: Region): Field[] {
  const { prose } = paragraph;
  const starts = prose.strong
    .filter(({ from, to }) => {
      const before = prose.text.slice(0, from).trimEnd();
      const atLine = before === '' || /\n[ \t]*$/.test(prose.text.slice(0, from));
      return atLine && (/:\s*$/.test(prose.text.slice(from, to)) || /^\s*:/.test(prose.text.slice(to)));
    })
    .map(({ from }) => from);
  return starts.flatMap((from, i) => {
    const field = labelled(prose.slice(from, starts[i + 1] ?? prose.text.length), region, false);
    return field ? [field] : [];
  });
}

const LABEL = /^([^:\n]{1,80}?)\s*:(?=\s|$)/;

function labelled(prose: Prose, region: Region, plainToo: boolean): Field | undefined {
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

import type { Cell, Row, TableBlock } from './blocks.ts';
import { addWithoutTags } from './html-text.ts';
import { ProseBuilder } from './prose.ts';
import type { Section } from './section.ts';

// Only the tags that make a table matter here, so a full HTML parser would be most of what the bundles weigh.
const TAGS = /<!--|<(\/?)(table|tr|td|th|thead|tbody|tfoot)\b([^>]{0,1000})>/gi;

/** A heading behind a blank line: where `split.ts` may cut, so that no table reaches past it, cut or not. */
const HEADING = /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r(?!\n)|\n)(?=#{1,6}(?:[ \t\r\n]|$))/;

interface OpenRow {
  start: number;
  end: number;
  readonly cells: Cell[];
}

/**
 * The HTML table that begins at or after `from` (an offset in the section, where an HTML block holding `<table`
 * begins), and where it ends. End tags may be left out, as HTML allows; a heading ends it. Tables inside its
 * cells are not read.
 */
export function readHtmlTables(section: Section, from: number): { tables: TableBlock[]; end: number } {
  const rest = section.text.slice(from);
  const heading = HEADING.exec(rest);
  const html = heading ? rest.slice(0, heading.index + heading[0].length) : rest;
  const rows: OpenRow[] = [];
  let cell: { start: number; columns: number } | undefined;
  let depth = 0;
  let tableStart = 0;
  let end = html.length;
  let unclosed = false;
  const closeCell = (at: number): void => {
    const row = rows[rows.length - 1];
    if (cell && row) row.cells.push(readCell(section, html, from, cell.start, at, cell.columns));
    cell = undefined;
  };
  const closeRow = (at: number, tagEnd: number): void => {
    closeCell(at);
    const row = rows[rows.length - 1];
    if (row && row.end < 0) row.end = tagEnd;
  };
  TAGS.lastIndex = 0;
  for (let tag = TAGS.exec(html); tag; tag = TAGS.exec(html)) {
    const name = tag[2]?.toLowerCase();
    if (name === undefined) {
      // A comment hides the tags in it. One that is never closed hides nothing, nor do those behind it.
      const close = unclosed ? -1 : html.indexOf('-->', tag.index + 4);
      if (close < 0) unclosed = true;
      else TAGS.lastIndex = close + 3;
      continue;
    }
    const closing = tag[1] === '/';
    const tagEnd = tag.index + tag[0].length;
    if (name === 'table') {
      if (!closing) {
        if (depth === 0) tableStart = tag.index;
        depth++;
        continue;
      }
      if (depth === 1) {
        closeRow(tag.index, tag.index);
        end = tagEnd;
        break;
      }
      depth = Math.max(0, depth - 1);
    }
    if (depth !== 1) continue;
    if (name === 'tr') {
      closeRow(tag.index, closing ? tagEnd : tag.index);
      if (!closing) rows.push({ start: tag.index, end: -1, cells: [] });
    } else if (name === 'td' || name === 'th') {
      closeCell(tag.index);
      if (!closing) cell = { start: tagEnd, columns: columnsOf(tag[3] ?? '') };
    }
  }
  closeRow(end, end);
  const toRow = (row: OpenRow): Row => ({
    span: section.span(from + row.start, from + row.end),
    cells: row.cells,
  });
  const [header, ...body] = rows;
  if (!header) return { tables: [], end: from + end };
  const span = section.span(from + tableStart, from + end);
  return {
    tables: [{ kind: 'table', span, html: true, header: toRow(header), rows: body.map(toRow) }],
    end: from + end,
  };
}

function columnsOf(attributes: string): number {
  const said = /\bcolspan\s*=\s*["']?(\d{1,3})/i.exec(attributes)?.[1];
  return Math.min(Math.max(Number(said ?? 1), 1), 100);
}

function readCell(
  section: Section,
  html: string,
  from: number,
  start: number,
  end: number,
  columns: number,
): Cell {
  const raw = html.slice(start, end);
  const trimmed = raw.trim();
  const a = from + start + (trimmed === '' ? 0 : raw.length - raw.trimStart().length);
  const builder = new ProseBuilder(section);
  addWithoutTags(builder, trimmed, a);
  const prose = builder.build(a, a + trimmed.length).slice(0);
  return { span: prose.text === '' ? section.span(a, a + trimmed.length) : prose.span, prose, columns };
}

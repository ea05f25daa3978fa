import { Parser } from 'htmlparser2';
import type { Cell, Row, TableBlock } from './blocks.ts';
import { addWithoutTags } from './html-text.ts';
import { ProseBuilder } from './prose.ts';
import type { Section } from './section.ts';

/**
 * HTML tables from `from` (an offset in the section, where an HTML block holding `<table` begins) to the end
 * of the last table that begins before any other content. Cells may hold Markdown emphasis; it is dropped.
 */
export function readHtmlTables(section: Section, from: number): { tables: TableBlock[]; end: number } {
  const rest = section.text.slice(from);
  const close = /<\/table\s*>/i.exec(rest);
  const length = close ? close.index + close[0].length : rest.length;
  const html = rest.slice(0, length);
  const rows: { start: number; end: number; cells: Cell[]; head: boolean }[] = [];
  let cell: { start: number; columns: number; depth: number; head: boolean } | undefined;
  let depth = 0;
  const finishCell = (end: number): void => {
    const row = rows[rows.length - 1];
    if (!cell || !row) return;
    row.cells.push(readCell(section, html, from, cell.start, end, cell.columns));
    row.head &&= cell.head;
    cell = undefined;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'table') depth++;
        if (depth !== 1) return;
        if (name === 'tr') {
          finishCell(parser.startIndex);
          rows.push({ start: parser.startIndex, end: parser.endIndex + 1, cells: [], head: true });
        } else if (name === 'td' || name === 'th') {
          finishCell(parser.startIndex);
          const columns = Math.min(Math.max(Number.parseInt(attributes['colspan'] ?? '1', 10) || 1, 1), 100);
          cell = { start: parser.endIndex + 1, columns, depth, head: name === 'th' };
        }
      },
      onclosetag(name, implied) {
        const end = implied ? parser.startIndex : parser.startIndex;
        if (name === 'table') depth--;
        if (depth > 1) return;
        if (name === 'td' || name === 'th' || name === 'tr' || name === 'table') finishCell(end);
        const row = rows[rows.length - 1];
        if (name === 'tr' && row) row.end = parser.endIndex + 1;
      },
    },
    { decodeEntities: false },
  );
  parser.write(html);
  parser.end();
  const toRow = (row: (typeof rows)[number]): Row => ({
    span: section.span(from + row.start, from + row.end),
    cells: row.cells,
  });
  const [first, ...body] = rows;
  if (!first) return { tables: [], end: from + length };
  const table: TableBlock = {
    kind: 'table',
    span: section.span(from + Math.max(0, html.search(/<table/i)), from + length),
    html: true,
    header: toRow(first),
    rows: body.map(toRow),
  };
  return { tables: [table], end: from + length };
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
  const lead = raw.length - raw.trimStart().length;
  const trimmed = raw.trim();
  const a = from + start + (trimmed === '' ? 0 : lead);
  const builder = new ProseBuilder(section);
  addWithoutTags(builder, trimmed, a);
  const prose = builder.build(a, a + trimmed.length).slice(0);
  return { span: prose.text === '' ? section.span(a, a + trimmed.length) : prose.span, prose, columns };
}

import type { List, ListItem as MdListItem, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { Span } from '../text/span.ts';
import { type Definition, renderDefinitions } from './definitions.ts';
import { readHtmlTables } from './html-table.ts';
import { addWithoutTags } from './html-text.ts';
import { parseMarkdown } from './parse.ts';
import { type Prose, ProseBuilder } from './prose.ts';
import type { Section } from './section.ts';

/** What a section holds, in order. Block quotes, code and diagrams are kept as places only: they are never read as content. */
export type Block = Heading | Paragraph | ListBlock | TableBlock | Opaque | Comment;

export interface Heading {
  readonly kind: 'heading';
  readonly span: Span;
  /** 1 to 6. */
  readonly depth: number;
  readonly prose: Prose;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly span: Span;
  readonly prose: Prose;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly span: Span;
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly span: Span;
  /** The item's first paragraph; empty text when it has none. */
  readonly prose: Prose;
  /** `[x]` and `[ ]`; undefined for an ordinary item. */
  readonly checked: boolean | undefined;
  /** Everything after the first paragraph, nested lists included. */
  readonly children: readonly Block[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly span: Span;
  readonly html: boolean;
  readonly header: Row;
  readonly rows: readonly Row[];
}

export interface Row {
  /** The row's line without the line end; for HTML the `<tr>` element. */
  readonly span: Span;
  /** Also cells past the header's last. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** The content without surrounding white space; for an empty cell the place where content belongs. */
  readonly span: Span;
  readonly prose: Prose;
  /** Columns it covers; 1 in Markdown. */
  readonly columns: number;
}

/** Code, block quotes, raw HTML and thematic breaks. */
export interface Opaque {
  readonly kind: 'code' | 'quote' | 'html' | 'break';
  readonly span: Span;
  /** The text of a quote, so that a legend standing in one is seen; never read as statements. */
  readonly prose: Prose | undefined;
}

export interface Comment {
  readonly kind: 'comment';
  readonly span: Span;
  /** The text between `<!--` and `-->`, trimmed. */
  readonly text: string;
}

/**
 * Parses a section; undefined where the parser gives up (nesting too deep for its recursion). `definitions` are
 * the document's link definitions that the section refers to, parsed behind its text; `tree` is what the parser
 * made of the text alone, where that is known.
 */
export function readBlocks(
  section: Section,
  definitions: readonly Definition[],
  tree?: Root,
): readonly Block[] | undefined {
  const text =
    definitions.length === 0 ? section.text : `${section.text}\n\n${renderDefinitions(definitions)}\n`;
  try {
    const { children } = definitions.length === 0 && tree ? tree : parseMarkdown(text);
    return new BlockReader(section, definitions).read(children);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

class BlockReader {
  constructor(
    private readonly section: Section,
    private readonly definitions: readonly Definition[],
  ) {}

  read(nodes: readonly RootContent[]): Block[] {
    const out: Block[] = [];
    let skipTo = 0;
    for (const node of nodes) {
      const start = node.position?.start.offset ?? 0;
      const end = this.#endOf(node, start);
      if (start >= this.section.text.length) break;
      if (start < skipTo) continue;
      if (node.type === 'html' && /<table[\s>]/i.test(node.value)) {
        const found = readHtmlTables(this.section, start);
        out.push(...found.tables);
        skipTo = found.end;
        continue;
      }
      this.#block(node, start, end, out);
    }
    return out;
  }

  /** Where a block ends: before blank lines that the parser counts in, as it does or not by what comes after them. */
  #endOf(node: RootContent, start: number): number {
    const end = Math.min(node.position?.end.offset ?? start, this.section.text.length);
    const tail = /[\r\n][ \t\r\n]*$/.exec(this.section.text.slice(Math.max(start, end - 200), end));
    return tail ? end - tail[0].length : end;
  }

  #block(node: RootContent, start: number, end: number, out: Block[]): void {
    const span = this.section.span(start, end);
    switch (node.type) {
      case 'heading': {
        const prose = this.#prose(node.children, start, end, out);
        out.push({ kind: 'heading', span, depth: node.depth, prose });
        break;
      }
      case 'paragraph':
        out.push({ kind: 'paragraph', span, prose: this.#prose(node.children, start, end, out) });
        break;
      case 'list':
        out.push(this.#list(node, span, out));
        break;
      case 'table':
        out.push(this.#table(node, span, out));
        break;
      case 'html':
        this.#html(node.value, start, span, out);
        break;
      case 'blockquote': {
        const builder = new ProseBuilder(this.section);
        this.#quote(node.children, builder, out);
        out.push({ kind: 'quote', span, prose: builder.build(start, end) });
        break;
      }
      case 'code':
        out.push({ kind: 'code', span, prose: undefined });
        break;
      case 'thematicBreak':
        out.push({ kind: 'break', span, prose: undefined });
        break;
      case 'footnoteDefinition':
        out.push(...this.read(node.children));
        break;
      default:
        break;
    }
  }

  #quote(nodes: readonly RootContent[], builder: ProseBuilder, out: Block[]): void {
    for (const node of nodes) {
      if (node.type === 'paragraph' || node.type === 'heading') {
        if (builder.length > 0) builder.add('\n', node.position?.start.offset ?? 0);
        this.#phrasing(node.children, builder, out);
      } else if (node.type === 'html') {
        const start = node.position?.start.offset ?? 0;
        this.#comments(node.value, start, out);
      } else if ('children' in node) this.#quote(node.children as RootContent[], builder, out);
    }
  }

  #list(node: List, span: Span, out: Block[]): ListBlock {
    return {
      kind: 'list',
      span,
      ordered: node.ordered === true,
      items: node.children.map((i) => this.#item(i, out)),
    };
  }

  #item(node: MdListItem, out: Block[]): ListItem {
    const start = node.position?.start.offset ?? 0;
    const end = this.#endOf(node, start);
    const [first, ...rest] = node.children;
    const checked = node.checked ?? undefined;
    const span = this.section.span(start, end);
    if (first?.type === 'paragraph') {
      const from = first.position?.start.offset ?? start;
      const prose = this.#prose(first.children, from, first.position?.end.offset ?? end, out);
      return { span, prose, checked, children: this.read(rest) };
    }
    const prose = new ProseBuilder(this.section).build(end, end);
    return { span, prose, checked, children: this.read(node.children) };
  }

  #table(node: Table, span: Span, out: Block[]): TableBlock {
    const rows = node.children.map((row): Row => {
      const start = row.position?.start.offset ?? 0;
      const end = row.position?.end.offset ?? start;
      const cells = row.children.map((cell): Cell => {
        const cellStart = cell.position?.start.offset ?? start;
        const cellEnd = cell.position?.end.offset ?? cellStart;
        const first = cell.children[0];
        const last = cell.children[cell.children.length - 1];
        let from = first?.position?.start.offset;
        let to = last?.position?.end.offset;
        if (from === undefined || to === undefined) {
          // Blank: between the pipes, one space in where there is room.
          from = cellStart + (this.section.text[cellStart] === '|' ? 1 : 0);
          if (/[ \t]/.test(this.section.text[from] ?? '') && from + 1 < cellEnd) from++;
          to = from;
        }
        return {
          span: this.section.span(from, to),
          prose: this.#prose(cell.children, from, to, out),
          columns: 1,
        };
      });
      return { span: this.section.span(start, end), cells };
    });
    const [header, ...body] = rows;
    return { kind: 'table', span, html: false, header: header ?? { span, cells: [] }, rows: body };
  }

  #html(value: string, start: number, span: Span, out: Block[]): void {
    this.#comments(value, start, out);
    const heading = /^<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>\s*$/i.exec(value.trim());
    if (heading?.[1] && heading[2] !== undefined) {
      const inner = start + value.indexOf(heading[2], value.indexOf('>'));
      const builder = new ProseBuilder(this.section);
      addWithoutTags(builder, heading[2], inner);
      const prose = builder.build(inner, inner + heading[2].length);
      out.push({ kind: 'heading', span, depth: Number(heading[1]), prose });
      return;
    }
    if (!/^\s*<!--/.test(value)) out.push({ kind: 'html', span, prose: undefined });
  }

  /** The comments in HTML. One that is never closed is none, and nothing behind it can be closed either. */
  #comments(value: string, start: number, out: Block[]): void {
    let open = value.indexOf('<!--');
    while (open >= 0) {
      const close = value.indexOf('-->', open + 4);
      if (close < 0) return;
      const span = this.section.span(start + open, start + close + 3);
      out.push({ kind: 'comment', span, text: value.slice(open + 4, close).trim() });
      open = value.indexOf('<!--', close + 3);
    }
  }

  /** A link's URL and where it stands; the whole link where it is not written as it reads. */
  #url(url: string, start: number, end: number): { url: string; urlSpan: Span } {
    const raw = this.section.text.slice(start, end);
    const at = raw.lastIndexOf(url);
    return {
      url,
      urlSpan:
        at < 0 ? this.section.span(start, end) : this.section.span(start + at, start + at + url.length),
    };
  }

  #prose(nodes: readonly PhrasingContent[], start: number, end: number, out: Block[]): Prose {
    const builder = new ProseBuilder(this.section);
    this.#phrasing(nodes, builder, out);
    return builder.build(start, end);
  }

  #phrasing(nodes: readonly PhrasingContent[], builder: ProseBuilder, out: Block[]): void {
    for (const node of nodes) {
      const start = node.position?.start.offset ?? 0;
      const end = node.position?.end.offset ?? start;
      const from = builder.length;
      switch (node.type) {
        case 'text':
          builder.addAligned(node.value.replace(/\r\n?/g, '\n'), this.section.text.slice(start, end), start);
          break;
        case 'inlineCode': {
          const raw = this.section.text.slice(start, end);
          const lead = /^`+/.exec(raw)?.[0].length ?? 0;
          builder.addAligned(node.value, raw.slice(lead), start + lead);
          builder.code.push({ from, to: builder.length });
          break;
        }
        case 'break':
          builder.add('\n', start, Math.max(1, end - start));
          break;
        case 'html':
          if (/^<br\s*\/?>$/i.test(node.value)) builder.add('\n', start, end - start);
          else this.#comments(node.value, start, out);
          break;
        case 'footnoteReference':
          builder.add(this.section.text.slice(start, end), start);
          break;
        case 'strong':
          this.#phrasing(node.children, builder, out);
          builder.strong.push({ from, to: builder.length });
          break;
        case 'link':
          this.#phrasing(node.children, builder, out);
          builder.links.push({ ...this.#url(node.url, start, end), from, to: builder.length });
          break;
        case 'linkReference': {
          this.#phrasing(node.children, builder, out);
          const { identifier } = node;
          const url = this.definitions.find((definition) => definition.identifier === identifier)?.url;
          const urlSpan = this.section.span(start, end);
          if (url !== undefined) builder.links.push({ url, urlSpan, from, to: builder.length });
          break;
        }
        case 'emphasis':
          this.#phrasing(node.children, builder, out);
          break;
        case 'delete':
          // Struck out is taken back: `~~A~~` gives nobody the letter any more.
          break;
        default:
          break;
      }
    }
  }
}

import { html, pathUrl, shownText } from './escape.ts';
import type { Place } from './model.ts';
import type { Portfolio } from './portfolio.ts';

/** How a page is made for its host. */
export interface PageOptions {
  /** The address of a place; the path relative to the page by default. Addresses with a scheme of their own lose it. */
  readonly link?: (place: Place) => string;
  /** Says path and line on every link, for a host that opens places itself (a webview). */
  readonly data?: boolean;
  /** Allows style and script by this nonce instead of by their hashes. */
  readonly nonce?: string;
  /** A class for the body: `dark` or `light`; the reader's system decides without one. */
  readonly theme?: 'dark' | 'light';
}

/** What the sections of the page share. */
export class Page {
  constructor(
    readonly report: Portfolio,
    private readonly options: PageOptions,
  ) {}

  /** A link to a place with a text of a document. */
  link(place: Place, text: string, limit?: number): string {
    const { link, data } = this.options;
    const href = harmless(link ? link(place) : pathUrl(place.path, place.line));
    const more = data ? ` data-path="${html(place.path)}" data-line="${place.line}"` : '';
    return `<a href="${html(href)}"${more}>${said(text, limit)}</a>`;
  }

  /** A link that shows path and line. */
  place(place: Place): string {
    return this.link(place, `${place.path}:${place.line}`);
  }

  /** Links of the same words' length as a list, folded under a summary. `key` as for `folded`. */
  fold(key: string, summary: string, lines: readonly string[], limit = LINES): string {
    if (lines.length === 0) return '';
    const rest = lines.length - limit;
    const more = rest > 0 ? `<li>and ${rest} more (in the CSV and JSON reports)</li>` : '';
    const items = lines.slice(0, limit).map((line) => `<li>${line}</li>`);
    return folded(key, summary, `<ul class="lines">${items.join('')}${more}</ul>`);
  }
}

/** How many places one fold lists at most. */
const LINES = 40;

/**
 * Content that is shown on request. `key` says which fold this is, whatever its summary counts today: by it an open
 * one is found again in a later state of the page, so it is unique there.
 */
export function folded(key: string, summary: string, content: string): string {
  return `<details data-fold="${html(key)}"><summary>${summary}</summary>${content}</details>`;
}

/** Escaped text of a document. */
export function said(text: string, limit?: number): string {
  return html(shownText(text, limit));
}

/** An address that runs nothing: relative, of a file, or of the web. */
function harmless(href: string): string {
  const scheme = /^[\s\u0000-\u0020]*([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  return scheme === undefined || scheme === 'file' || scheme === 'https' || scheme === 'http' ? href : '#';
}

/** A column of a table. */
export interface Column {
  readonly head: string;
  /** Classes of its header. */
  readonly name?: string;
  /** A button that sorts by it; `down` puts the largest first. */
  readonly sort?: 'up' | 'down';
}

/** A table in a box that scrolls by itself when it is wide. */
export function table(
  label: string,
  columns: readonly Column[],
  rows: readonly string[],
  more: { id?: string; name?: string } = {},
): string {
  const heads = columns.map(({ head, name, sort }) => {
    const text = sort
      ? `<button type="button"${sort === 'down' ? ' data-first="down"' : ''}>${head}</button>`
      : head;
    return `<th scope="col"${name ? ` class="${name}"` : ''}${sort ? ' aria-sort="none"' : ''}>${text}</th>`;
  });
  const attributes = `${more.id ? ` id="${more.id}"` : ''}${more.name ? ` class="${more.name}"` : ''}`;
  return box(
    `Table: ${label}`,
    `<table${attributes}><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
  );
}

/** A part that may be wider than the page, reachable by keyboard. */
export function box(label: string, content: string, name = ''): string {
  return `<div class="scroll${name}" role="region" aria-label="${html(label)}" tabindex="0">${content}</div>`;
}

/** `2 errors · 1 warning · 3 notes`, each in its colour; what is none is left out. */
export function severities(counts: { errors: number; warnings: number; infos: number }): string {
  const part = (n: number, name: string, one: string): string[] =>
    n === 0 ? [] : [`<span class="${name}">${n}&nbsp;${one}${n === 1 ? '' : 's'}</span>`];
  return [
    ...part(counts.errors, 'e', 'error'),
    ...part(counts.warnings, 'w', 'warning'),
    ...part(counts.infos, 'i', 'note'),
  ].join(' · ');
}

/** A coloured square for a key. */
export function swatch(tone: string, shape: 'square' | 'dot' | 'diamond' = 'square'): string {
  const drawn =
    shape === 'dot'
      ? `<circle class="${tone}" cx="6" cy="6" r="5.5"/>`
      : shape === 'diamond'
        ? `<path class="${tone}" d="M6 0l6 6-6 6-6-6z"/>`
        : `<rect class="${tone}" width="12" height="12" rx="2"/>`;
  return `<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">${drawn}</svg>`;
}

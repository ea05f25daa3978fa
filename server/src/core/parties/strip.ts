import { HIDDEN } from './fold.ts';

/** A text without its markup. Unit `i` of `plain` comes from `starts[i]`..`ends[i]` of the source. */
export interface PlainText {
  readonly plain: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const LINK = /\[([^[\]]{1,300})\]\([^()\s]{0,500}(?:\s"[^"]{0,200}")?\)/y;
/** Markup that is no text. What is struck out holds no more. A comment that is never closed hides the rest. */
const MARKUP = new RegExp(
  [
    /`|~~(?:[^~]*~~)?|!(?=\[)/,
    HIDDEN,
    /&(?:amp|lt|gt|quot|nbsp|apos|#39|#160|#124|#x7c);/,
    /\[\^[^\]\s]{1,20}\]/,
    /<!--[\s\S]*?(?:-->|$)/,
    /<br\s*\/?>/,
    /<(s|del|strike)(?:\s[^<>]{0,300})?>[\s\S]*?<\/\1>/,
    /<\/?(?:b|i|em|strong|sup|sub|span|code|p|div|a|u|small|s|del|ins|mark|kbd|font|center)(?:\s[^<>]{0,300})?\/?>/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'iy',
);
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
  '&apos;': "'",
  '&#39;': "'",
  '&#160;': ' ',
  '&#124;': '|',
  '&#x7c;': '|',
};

/**
 * Strips Markdown and HTML markup from a cell or value and keeps where each unit came from. `<br>` becomes a
 * line break, other white space a blank, a link its text, a footnote mark `*`; a lone trailing `*` stays.
 */
export function stripMarkup(text: string): PlainText {
  const plain: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const keepStar = loneStar(text);
  let linkEnd = { from: -1, to: -1 };
  const emit = (char: string, start: number, end: number) => {
    plain.push(char);
    starts.push(start);
    ends.push(end);
  };
  for (let i = 0; i < text.length; ) {
    if (i === linkEnd.from) {
      i = linkEnd.to;
      continue;
    }
    const char = text[i] ?? '';
    const markup = matchAt(MARKUP, text, i)?.[0];
    if (markup) {
      const end = i + markup.length;
      if (/^<br/i.test(markup)) emit('\n', i, end);
      else if (char === '&') emit(ENTITIES[markup.toLowerCase()] ?? ' ', i, end);
      else if (char === '[') emit('*', i, end);
      i = end;
      continue;
    }
    const link = matchAt(LINK, text, i);
    if (link) {
      linkEnd = { from: i + 1 + (link[1] ?? '').length, to: i + link[0].length };
      i += 1;
      continue;
    }
    if (char === '\\' && /[!-/:-@[-`{-~]/.test(text[i + 1] ?? '')) {
      emit(text[i + 1] ?? '', i, i + 2);
      i += 2;
      continue;
    }
    if (char === '*' && i !== keepStar) i += 1;
    else if (char === '_' && emphasis(text, i)) i += 1;
    else {
      emit(/\s/.test(char) ? ' ' : char, i, i + 1);
      i += 1;
    }
  }
  return { plain: plain.join(''), starts, ends };
}

/** The offset of a `*` that closes nothing and so marks a footnote, or -1. */
function loneStar(text: string): number {
  const unescaped = text.replace(/\\./gs, '  ');
  const paired = unescaped.split('*').length % 2 === 1;
  const last = unescaped.lastIndexOf('*');
  return !paired && /[^\s*|]/.test(text.slice(0, last)) ? last : -1;
}

/** Underscores at a word's edge are emphasis; a run of three or more is a blank to fill in. */
function emphasis(text: string, i: number): boolean {
  let from = i;
  let to = i;
  while (text[from - 1] === '_') from -= 1;
  while (text[to + 1] === '_') to += 1;
  if (to - from >= 2) return false;
  return !/[\p{L}\p{N}]/u.test(text[from - 1] ?? '') || !/[\p{L}\p{N}]/u.test(text[to + 1] ?? '');
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

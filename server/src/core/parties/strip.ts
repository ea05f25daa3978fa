/** A text without its markup. Unit `i` of `plain` comes from `starts[i]`..`ends[i]` of the source. */
export interface PlainText {
  readonly plain: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const BREAK = /<br\s*\/?>/iy;
const TAG =
  /<\/?(?:b|i|em|strong|sup|sub|span|code|p|div|a|u|small|s|del|ins|mark|kbd|font|center)(?:\s[^<>]{0,300})?\/?>/iy;
const COMMENT = /<!--/y;
const ENTITY = /&(?:amp|lt|gt|quot|nbsp|apos|#39|#160|#124|#x7c);/iy;
const LINK = /!?\[([^[\]]{1,300})\]\([^()\s]{0,500}(?:\s"[^"]{0,200}")?\)/y;
const FOOTNOTE = /\[\^[^\]\s]{1,20}\]/y;
const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/;
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
    const length = markupAt(text, i, char);
    if (length > 0) {
      if (char === '<' && matchAt(BREAK, text, i)) emit('\n', i, i + length);
      else if (char === '&') emit(ENTITIES[text.slice(i, i + length).toLowerCase()] ?? ' ', i, i + length);
      else if (char === '[') emit('*', i, i + length);
      i += length;
      continue;
    }
    const link = char === '[' || char === '!' ? matchAt(LINK, text, i) : null;
    if (link) {
      const open = char === '!' ? 2 : 1;
      linkEnd = { from: i + open + (link[1]?.length ?? 0), to: i + link[0].length };
      i += open;
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

/** How many units of pure markup stand at `i`; 0 for text. */
function markupAt(text: string, i: number, char: string): number {
  if (char === '`') return 1;
  if (char === '~' && text[i + 1] === '~') return 2;
  if (HIDDEN.test(char)) return 1;
  if (char === '&') return matchAt(ENTITY, text, i)?.[0].length ?? 0;
  if (char === '[') return matchAt(FOOTNOTE, text, i)?.[0].length ?? 0;
  if (char !== '<') return 0;
  if (matchAt(COMMENT, text, i)) {
    const close = text.indexOf('-->', i);
    return (close < 0 ? text.length : close + 3) - i;
  }
  return (matchAt(BREAK, text, i) ?? matchAt(TAG, text, i))?.[0].length ?? 0;
}

/** The offset of a `*` that closes nothing and so marks a footnote, or -1. */
function loneStar(text: string): number {
  let stars = 0;
  let last = -1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '*') {
      stars += 1;
      last = i;
    }
  }
  return stars % 2 === 1 && /[^\s*|]/.test(text.slice(0, last)) ? last : -1;
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

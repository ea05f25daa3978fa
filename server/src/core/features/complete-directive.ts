import type { Reading } from '../document/reading.ts';
import { RULES } from '../rules/index.ts';
import type { Span } from '../text/span.ts';
import type { Completion, Findings } from './completion.ts';

const WORDS = {
  frontmatter: [['decision-rights-disable-line', 'silences one rule on this line']],
  body: [
    ['decision-rights-disable-next-line', 'silences one rule on the next line'],
    ['decision-rights-disable', 'silences one rule from here on'],
    ['decision-rights-enable', 'ends a stretch'],
  ],
} as const;

/**
 * Directives in a comment: the word first, then the rule. `comment` is the comment as far as it stands on this
 * line, its marks included.
 */
export function completeDirective(
  { doc }: Reading,
  findings: Findings,
  comment: Span,
  offset: number,
  where: keyof typeof WORDS,
): Completion[] {
  const text = doc.text.slice(comment.start, comment.end);
  const head = text.slice(0, offset - comment.start);
  const lead = /^(?:<!--|#)[ \t]*/.exec(head)?.[0];
  if (lead === undefined) return [];
  const closed = /-->\s*$/.test(text);
  const close = where === 'body' && !closed ? ' -->' : '';
  const typed = head.slice(lead.length);
  const space = /[ \t]$/.test(lead) ? '' : ' ';
  if (/^[\w-]*$/.test(typed)) {
    const rest = /^[\w-]*/.exec(text.slice(head.length))?.[0].length ?? 0;
    const span = { start: comment.start + lead.length, end: offset + rest };
    const alone =
      text
        .slice(lead.length + typed.length + rest)
        .replace(/-->\s*$/, '')
        .trim() === '';
    return WORDS[where].map(([word, detail]) => ({
      label: word,
      kind: 'directive',
      detail,
      span,
      newText: `${space}${word} `,
      ...(space !== '' && { filterText: space + word }),
      ...(alone && { snippet: `${space}${word} \${1:rule}${reasonOf(word)}${close}` }),
    }));
  }
  const rule = /^decision-rights-(?:disable(?:-next-line|-line)?|enable)[ \t]+([\w-]*)$/.exec(typed);
  if (!rule) return [];
  const word = rule[1] ?? '';
  const after = text.slice(head.length);
  const rest = /^[\w-]*/.exec(after)?.[0].length ?? 0;
  const span = { start: offset - word.length, end: offset + rest };
  const reasonless = !/^[\w-]*\s*:/.test(after) && !typed.includes('enable');
  const found = new Set(findings().map((finding) => finding.rule));
  return [...RULES]
    .sort((a, b) => Number(found.has(b.id)) - Number(found.has(a.id)))
    .map(({ id, summary }) => ({
      label: id,
      kind: 'rule',
      detail: found.has(id) ? 'found in this document' : '',
      documentation: summary,
      span,
      newText: reasonless ? `${id}: ` : id,
      ...(reasonless && { snippet: `${id}: \${1:reason}${close}` }),
    }));
}

/** The end of a stretch needs no reason. */
function reasonOf(word: string): string {
  return word.endsWith('enable') ? '' : ': $' + '{2:reason}';
}

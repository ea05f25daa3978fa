import type { DecisionRightsDocument } from '../document/document.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/**
 * Replaces words of the body by a name. An article before them goes along (`The CTO may` → `Dana may`), and so
 * does one half of a pair of emphasis marks that the words would tear apart (`**Dana** (VP)`).
 */
export function replaceWords(doc: DecisionRightsDocument, span: Span, text: string): TextEdit {
  let { start, end } = span;
  const said = doc.text.slice(start, end);
  for (const mark of ['**', '__', '*', '_']) {
    if (said.split(mark).length % 2 === 1) continue;
    if (doc.text.startsWith(mark, start - mark.length)) start -= mark.length;
    else if (doc.text.startsWith(mark, end)) end += mark.length;
    break;
  }
  const before = doc.text.slice(Math.max(0, start - 20), start);
  const article = /(?:^|[\s(>|])((?:the|our|an?|its) +)([*_]{0,2})$/i.exec(before);
  const [, word = '', marks = ''] = article ?? [];
  const capital = /^\p{Lu}/u.test(word);
  const newText = capital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return word === ''
    ? { span: { start, end }, newText }
    : { span: { start: start - word.length - marks.length, end }, newText: `${marks}${newText}` };
}

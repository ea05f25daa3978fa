import type { Prose } from '../markdown/prose.ts';
import type { Mention, Source } from './mention.ts';
import type { Reading } from './reading.ts';
import { partiesOf } from './subjects.ts';

// Whose decision something is, where the name stands inside: `Any rollback is Dana's call`.

/** What is somebody's; the name stands behind. */
const IS = /\b(?:is|are|remains?|stays?|it['’]s)\b/gi;
/** `Any rollback is Dana's call`, `is at Dana's discretion`, `is Dana's alone`, from behind the verb. */
const HERS =
  /^\s+(?!not\b|never\b)(?:(?:solely|only|entirely|always)\s+)?(?:(?:at|in)\s+)?([^.;:!?]{2,60}?)['’]s?(?: (?:own|sole|exclusive|personal|final|alone))?(?: (?:decision|call|right|prerogative|choice|say|word|authority|discretion|hands))?(?: alone)?(?=\s*(?:[,.;:]|$)|\s(?:to|whether|when|if|not|in|under|and (?:no|nobody|only|may|can|is|needs?|takes?))\b)/i;
/** `Any rollback is her decision`, from behind the verb. */
const HER_OWN =
  /^\s+(?:(?:solely|only|entirely|always)\s+)?(?:hers|theirs|(?:at |in )?(?:her|his|their) (?:(?:own|sole|exclusive|personal|final) )?(?:decision|call|right|prerogative|choice|authority|discretion|hands)|his(?= alone|\s*[.,;]))\b/i;
/** `Any rollback is for Dana to decide`, from behind the verb. */
const FOR_HER =
  /^\s+(?!not\b|never\b)(?:(?:solely|only|entirely|always)\s+)?for\s+([^.;:!?]{2,60}?)(?: alone)? to (?:decide|make|take|call|judge|order)\b/i;

/**
 * Whose decision it is by a sentence. `meant` says of the words before the verb, and of those behind the name,
 * whether they are about the decision that is asked for; `her` is who `her decision` speaks of, where that is known.
 */
export function whoseIn(
  reading: Reading,
  prose: Prose,
  source: Source,
  meant: (subject: string, behind: string) => boolean,
  her?: Mention,
): readonly Mention[] {
  const { text } = prose;
  for (const match of text.matchAll(IS)) {
    const end = match.index + match[0].length;
    const rest = text.slice(end);
    const hers = HER_OWN.exec(rest);
    const found = hers ?? HERS.exec(rest) ?? FOR_HER.exec(rest);
    const subject = `${text.slice(0, match.index).trim()}${/^it/i.test(match[0]) ? ' it' : ''}`.trim();
    if (!found || !meant(subject, rest.slice(found[0].length))) continue;
    const name = found[1] ?? found[0];
    const from = end + found[0].indexOf(name);
    const words = prose.slice(from, from + name.length);
    const who = hers
      ? her
        ? [{ party: her.party, span: words.span, source }]
        : []
      : possessors(words).flatMap((one) => partiesOf(reading, one, source));
    if (who.length > 0) return who;
  }
  return [];
}

/** `Dana's and the CTO` names two. */
function possessors(names: Prose): Prose[] {
  const and = /['’]s? (?:and|or) /i.exec(names.text);
  return and ? [names.slice(0, and.index), names.slice(and.index + and[0].length)] : [names];
}

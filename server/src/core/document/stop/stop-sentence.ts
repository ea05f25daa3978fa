import type { Prose } from '../../markdown/prose.ts';
import type { Mention, Said, Source } from '../mention.ts';
import { ownerMention } from '../owner.ts';
import type { Reading } from '../reading.ts';
import { agentOf, partiesOf, sameMention, subjectOf } from '../subjects.ts';
import { whoseIn } from '../whose.ts';
import {
  ANY_STOP,
  EXECUTES,
  GRANT,
  HOLDS_NAME,
  hedgesIn,
  LIES_WITH,
  ON_ORDER,
  OWN_DECISION,
  PASSIVE,
  PAUSE_WORD,
  REQUEST,
  RIGHT_NAME,
  STANDS_IN,
  STOP_WORD,
  STOPS,
  THE_RIGHT,
} from './stop-words.ts';

/** What a holder may do: stop the system for now, or for good and back. */
export type StopRight = 'pause' | 'stop';

/** What part a sentence of a stop section gives to the people it names. */
export interface StopSentence {
  /** `holds` may stop · `requests` may only ask for it · `executes` carries it out · `deputy` stands in. */
  readonly part: 'holds' | 'requests' | 'executes' | 'deputy';
  readonly who: readonly Mention[];
  readonly prose: Prose;
  /** True when the sentence only says that they stop it: beside a right that is said, they carry it out. */
  readonly plain?: boolean;
  /** The rights, where a list below the sentence names them. */
  readonly rights?: readonly Said<StopRight>[];
}

/**
 * What a sentence says of the people it names; nothing when it gives nobody a part in stopping. `inSection`: it
 * stands under a heading about stopping, so that `It belongs to Dana` speaks of the right.
 */
export function readStopSentence(
  reading: Reading,
  prose: Prose,
  source: Source = 'prose',
  inSection = true,
): StopSentence[] {
  const { text } = prose;
  const right = grantIn(reading, prose, source, inSection);
  const plain = right ? undefined : stoppersIn(reading, prose, source);
  const grant = right ?? plain;
  const order = OWN_DECISION.test(text) ? undefined : prose.find(ON_ORDER);
  // Whoever is named behind `on the instruction of` gives the order.
  const ordered = order !== undefined && (grant?.[0]?.span.start ?? 0) < order.span.start;
  if (STANDS_IN.test(text)) {
    const who = deputiesIn(reading, prose, grant, source);
    if (who) return [{ part: 'deputy', who, prose }];
  }
  if (grant) {
    // `Dana or her deputy Lena may stop it` says both.
    const deputies = grant.filter(({ party }) => DEPUTY.test(party.text));
    const who = grant.filter((mention) => !deputies.includes(mention));
    const asks = [...text.matchAll(REQUEST)].length > 0;
    const part = ordered ? 'executes' : asks ? 'requests' : 'holds';
    return [
      ...(who.length > 0 ? [{ part, who, prose, ...(plain ? { plain: true } : {}) } as const] : []),
      ...(deputies.length > 0 ? [{ part: 'deputy', who: deputies, prose } as const] : []),
    ];
  }
  const executes = EXECUTES.exec(text);
  if (!executes) return [];
  const end = executes.index + executes[0].length;
  // `carries it out by withdrawing the key` says how, and not who.
  const by = /^\s+by\b(?!\s+\w+ing\b)/i.exec(text.slice(end));
  const who = by
    ? agentOf(reading, prose, end + by[0].length, source)
    : subjectOf(reading, prose, executes.index, source);
  return who.length > 0 ? [{ part: 'executes', who, prose }] : [];
}

const PRONOUN = /^(?:she|he|they|s\/he)$/i;
const DEPUTY =
  /^(?:her |his |their |the |a |any |its )*(?:deputy|deputies|delegate|stand-?in|backup|back-up|alternate|substitute)\b|\((?:\w+ )?(?:deputy|stand-?in|backup|alternate|substitute)\)/i;

/** The rights a text names, each at its first word. */
export function rightsIn(prose: Prose, source: Source): Said<StopRight>[] {
  const found: Said<StopRight>[] = [];
  for (const [value, pattern] of [
    ['pause', PAUSE_WORD],
    ['stop', STOP_WORD],
  ] as const) {
    const match = prose.find(pattern);
    if (match) found.push({ value, span: match.span, source });
  }
  return found;
}

/** The hedges of a stop sentence, at their places. */
export function hedgesOf(prose: Prose, source: Source): Said<string>[] {
  return hedgesIn(prose.text).map(({ from, to }) => ({
    value: prose.text.slice(from, to),
    span: prose.at(from, to),
    source,
  }));
}

/** The hedges that weaken the right: `Dana together with the CTO` names two who hold it. */
export function weakening(hedges: readonly Said<string>[], holders: readonly Mention[]): Said<string>[] {
  return hedges.filter(
    ({ value, span }) =>
      !(
        /^(?:together|jointly) with$/i.test(value) &&
        holders.some((one) => one.span.end <= span.start) &&
        holders.some((one) => one.span.start >= span.end)
      ),
  );
}

/** True when the text names the right itself: `stop authority`, `kill switch`. */
export function namesTheRight(text: string): boolean {
  return RIGHT_NAME.test(text);
}

function grantIn(
  reading: Reading,
  prose: Prose,
  source: Source,
  inSection: boolean,
): readonly Mention[] | undefined {
  const { text } = prose;
  for (const match of text.matchAll(GRANT)) {
    const end = match.index + match[0].length;
    const rest = text.slice(end, end + 160);
    const verb = ANY_STOP.exec(rest);
    if (!verb || /[;:]/.test(rest.slice(0, verb.index))) continue;
    if (PASSIVE.test(rest)) {
      const by = /\bby\b/i.exec(rest);
      const who = by ? agentOf(reading, prose, end + by.index + by[0].length, source) : [];
      if (who.length > 0) return who;
      continue;
    }
    // `Dana decides and may pause it`: the subject stands before the first of the two.
    const other = /\sdecides?(?: alone)?\sand\s*$/i.exec(text.slice(0, match.index));
    const who = subjectOf(reading, prose, other?.index ?? match.index, source);
    if (who.length > 0) return who;
  }
  const holds = HOLDS_NAME.exec(text);
  if (holds) {
    const who = subjectOf(reading, prose, holds.index, source);
    if (who.length > 0) return who;
  }
  const lies = LIES_WITH.exec(text);
  const what = text.slice(0, lies?.index).trim();
  const meant = ANY_STOP.test(what) || namesTheRight(what) || (inSection && THE_RIGHT.test(what));
  if (lies && meant) {
    const who = agentOf(reading, prose, lies.index + lies[0].length, source);
    if (who.length > 0) return who;
  }
  // `Any rollback is Dana's call`, `It is for Dana to decide whether to stop it`.
  const whose = whoseIn(
    reading,
    prose,
    source,
    (subject, behind) =>
      ANY_STOP.test(subject) || namesTheRight(subject) || (THE_RIGHT.test(subject) && ANY_STOP.test(behind)),
    ownerMention(reading),
  );
  return whose.length > 0 ? whose : undefined;
}

/** Who stops the system, where the sentence says no more than that. */
function stoppersIn(reading: Reading, prose: Prose, source: Source): readonly Mention[] | undefined {
  const stops = STOPS.exec(prose.text);
  const who = stops ? subjectOf(reading, prose, stops.index, source) : [];
  return who.length > 0 ? who : undefined;
}

/** Who stands in; undefined when the sentence names the holder as well, so that it is the holder's. */
function deputiesIn(
  reading: Reading,
  prose: Prose,
  granted: readonly Mention[] | undefined,
  source: Source,
): readonly Mention[] | undefined {
  const { text } = prose;
  const named = /\b(?:deputy|stand-?in|backup|back-up|alternate|substitute)(?: is|:)\s+/i.exec(text);
  if (named) {
    const who = agentOf(reading, prose, named.index + named[0].length, source);
    if (who.length > 0 && !granted) return who;
  }
  const stands =
    /\b(?:is|acts as) (?:the|her|his|their|its) (?:deputy|stand-?in|backup|back-up|alternate|substitute)\b/i.exec(
      text,
    );
  if (stands) {
    const who = subjectOf(reading, prose, stands.index, source);
    if (who.length > 0) return who;
  }
  if (granted && granted.length > 0) {
    const first = granted[0]?.span.start ?? 0;
    const away = prose.find(STANDS_IN);
    if (away && away.span.start < first) return granted;
    // `Lena may pause it when Dana cannot be reached`: somebody else than the subject is away.
    const clause = /\b(?:if|when|whenever|while)\s/i.exec(text.slice(granted[0]?.party.text.length));
    const from = clause ? clause.index + clause[0].length + (granted[0]?.party.text.length ?? 0) : -1;
    if (!away || from < 0 || away.index < from) return undefined;
    const absent = partiesOf(reading, prose.slice(from, away.index), source);
    const other = absent.some(
      (one) => !PRONOUN.test(one.party.text) && !granted.some((who) => sameMention(reading, one, who)),
    );
    return other ? granted : undefined;
  }
  const acts = /\b(?:deputi[sz]es|stands in|takes over|acts|decides)\b/i.exec(text);
  const who = acts ? subjectOf(reading, prose, acts.index, source) : [];
  return who.length > 0 ? who : undefined;
}

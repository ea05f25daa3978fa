import { findBusinessFigures } from '../../lexicon/metrics.ts';
import type { Prose } from '../../markdown/prose.ts';
import { findDates } from '../../text/dates.ts';
import { findDurations } from '../../text/duration.ts';
import type { Mention } from '../mention.ts';
import type { Reading } from '../reading.ts';
import { agentOf, subjectOf } from '../subjects.ts';
import type { GateAnswer, GateDate, GatePart, GatePeople } from './model.ts';
import { untilDate } from './texts.ts';
import { bodyVerdict, type GateQuestion, HYPOTHETICAL } from './words.ts';

type Draft = { -readonly [K in keyof GatePart]: GatePart[K] };

/** What sentences without a label say of the gate, in order; the first to say something wins. What is `known` already is not looked for. */
export function gateInProse(reading: Reading, sentences: readonly Prose[], known: GatePart = {}): GatePart {
  const draft: Draft = known.decider ? { decider: known.decider } : {};
  const questions: Partial<Record<GateQuestion, GateAnswer>> = {};
  for (const sentence of sentences) {
    const own = bySelf(sentence);
    draft.definedOn ??= own.definedOn;
    draft.decidedOn ??= own.decidedOn;
    draft.decideBy ??= own.decideBy;
    draft.decider ??= deciderIn(reading, sentence);
    draft.decision ??= own.decision;
    readAnswers(reading, sentence, draft, questions);
    readBlocked(reading, sentence, draft);
    draft.readiness ??= own.readiness;
  }
  return { ...draft, questions };
}

/** What a sentence says whoever reads it; kept with the sentence, which never changes. */
const saidBySelf = new WeakMap<Prose, GatePart>();

function bySelf(sentence: Prose): GatePart {
  let own = saidBySelf.get(sentence);
  if (!own) {
    const draft: Draft = { decision: decisionIn(sentence), readiness: readinessIn(sentence) };
    readDates(sentence, draft);
    own = draft;
    saidBySelf.set(sentence, own);
  }
  return own;
}

const PAST_DEFINED =
  /\b(?:was|were|has been|have been)\s(?:\w+\s)?(?:defined|agreed|set|established|set up)\b|\bdefined on\b/i;
const PAST_DECIDED =
  /\b(?:was|has been)\s(?:\w+\s)?(?:decided|passed|taken|made|held)\b|\bpassed (?:the|this)\b|\bdid not pass\b|(?<!\b(?:is|be|are|being) )\bdecided (?:it |this |the gate )?on (?=\S{0,3}\d)|\bapproved (?:the|this) (?:\w+ ){0,2}gate\b/i;
const TO_DECIDE =
  /\bdecid\w*|\bdecision|\bthe gate\b[^.]{0,30}\b(?:is|takes place|meets|held|closes|falls|due)\b|\bpass(?:ed)? or\b/i;
const MONEY_WORDS = /\b(?:budget|funding|funds)\b/i;

function readDates(sentence: Prose, draft: Draft): void {
  const { text } = sentence;
  const [date] = findDates(text);
  const found: GateDate | undefined = date && {
    value: date.text,
    day: date.day,
    span: sentence.at(date.start, date.end),
    source: 'prose',
  };
  if (found && PAST_DEFINED.test(text)) draft.definedOn ??= found;
  else if (found && PAST_DECIDED.test(text) && !HYPOTHETICAL.test(text)) draft.decidedOn ??= found;
  else if (found && TO_DECIDE.test(text) && !(MONEY_WORDS.test(text) && /\bapproved\b/i.test(text)))
    draft.decideBy ??= found;
  else if (!found && /\bdecid\w*|\bdecision/i.test(text))
    draft.decideBy ??= termIn(sentence) ?? monthIn(sentence);
}

/** `The gate is decided within ten working days of the pilot's end`. */
function termIn(sentence: Prose): GateDate | undefined {
  if (!/\b(?:within|no later than|after|by)\b/i.test(sentence.text)) return undefined;
  const [term] = findDurations(sentence.text);
  if (!term || !/\b(?:within|no later than|after|by)\b[^.]{0,20}$/i.test(sentence.text.slice(0, term.start)))
    return undefined;
  return { value: term.text, day: undefined, span: sentence.at(term.start, term.end), source: 'prose' };
}

/** `by the end of April`: a day of a kind, which no clock can read. */
function monthIn(sentence: Prose): GateDate | undefined {
  const by =
    /\b(?:by|before|until|no later than|in|at) (?:the )?(?:end|middle|start|beginning) of [\p{L}\d ]{1,20}|\bin q[1-4]\b/iu.exec(
      sentence.text,
    );
  return by
    ? { value: by[0], day: undefined, span: sentence.at(by.index, by.index + by[0].length), source: 'prose' }
    : undefined;
}

const BY =
  /\b(?:decided(?: on [\w .-]{4,16})?|decision|taken|made|chaired|owned|called)\s(?:solely\s|alone\s)?by\s/i;
const RESTS = /\b(?:rests|lies|sits|is)\swith\s|\bdecider (?:is|was)\s/i;
/** The decision as something that was done: its subject decided, where that is a person. */
const DECIDED =
  /\bdecided (?:it|this|that|on|the gate)\b|\b(?:passed|approved) (?:the|this) (?:\w+ ){0,2}gate\b/i;
const DECIDES =
  /\bdecides?\b(?!\s+(?:against|for))|\b(?:takes|makes|has)\sthe\s(?:final\s)?(?:decision|call|say)\b/i;

function deciderIn(reading: Reading, sentence: Prose): GatePeople | undefined {
  const { text } = sentence;
  if (!/\bdeci|\bgate\b|\bthe call\b|\bfinal say\b/i.test(text)) return undefined;
  // Advice does not decide: "decided by Dana Whitfield on the advice of Finance".
  const cut =
    /,?\s(?:on|with|after|following)\s(?:the\s)?(?:advice|recommendation|input|basis|support|hearing)\b|;/i.exec(
      text,
    )?.index;
  const own = sentence.slice(0, cut ?? text.length);
  const by = byWhom(own.text) ?? (/\bdeci/i.test(own.text) ? RESTS.exec(own.text) : null);
  if (by) return named(agentOf(reading, own, by.index + by[0].length), own);
  const verb = DECIDES.exec(own.text);
  if (verb) return named(subjectOf(reading, own, verb.index), own);
  const past = DECIDED.exec(own.text);
  const people = past ? subjectOf(reading, own, past.index) : [];
  return named(
    people.filter(({ party }) => party.kind === 'person' || party.kind === 'position'),
    own,
  );
}

/** The `by` of "decided by 30 April by Dana Whitfield" that a name follows. */
function byWhom(text: string): RegExpExecArray | null {
  const first = BY.exec(text);
  if (!first) return null;
  const dates = findDates(text);
  const end = first.index + first[0].length;
  if (!dates.some(({ start }) => start >= end && start - end < 5)) return first;
  const second = /\bby\s(?=\p{L})/giu;
  second.lastIndex = end;
  return second.exec(text);
}

function named(mentions: readonly Mention[], sentence: Prose): GatePeople | undefined {
  const [first] = mentions;
  const last = mentions[mentions.length - 1];
  if (!first || !last) return undefined;
  return {
    mentions,
    span: { start: first.span.start, end: last.span.end },
    text: mentions.map(({ party }) => party.text).join(', ') || sentence.text,
    source: 'prose',
  };
}

const OUTCOME =
  /\b(?:gate|decision|outcome|funding)\b[^.;]{0,60}?\b(?:was|is|has been|were)\s+(?:therefore\s|then\s|finally\s)?(?:a\s|an\s)?(passed|pass|no[- ]pass|not passed|approved|rejected|failed|pending|deferred|postponed|under review|ongoing|on hold|(?:a )?conditional(?:ly)? (?:pass(?:ed)?|approv\w+|go))\b/i;
/** `Decision by 2026-04-30, by Ines Moreau, COO: pending.`, `Decided on 2026-04-28 by Ines Moreau, COO: pass.` */
const LAST_WORD =
  /(?:^(?:the )?(?:gate |funding )?decision\b|\bdecided (?:it )?on\b)[^:]{0,120}:\s*([\p{L}][\p{L} -]{1,40})[.!]?$/iu;
/** `The decision (pass) was made …` */
const IN_BRACKETS = /\bdecision \(([\p{L}][\p{L} -]{1,20})\) (?:was|has been) (?:made|taken)\b/iu;
const PASSED =
  /\b(?:passed|did not pass|has not passed|failed|approved|decided [^.;]{0,100}\bthat (?:\w+ ){1,4}(?:passes|does not pass))\s(?:the|this)\s(?:\w+\s){0,3}gate\b/i;

function decisionIn(sentence: Prose): GatePart['decision'] {
  const { text } = sentence;
  if (HYPOTHETICAL.test(text) || /\bnot (?:allowed|possible|accepted|an option)\b/i.test(text))
    return undefined;
  const outcome = OUTCOME.exec(text);
  // "The budget approved", "funding is pending" belong to the third question unless the gate is named.
  if (outcome?.[1] !== undefined && /\bgate\b|\bdecision\b|\boutcome\b/i.test(outcome[0])) {
    const verdict = bodyVerdict(outcome[1]);
    const from = outcome.index + outcome[0].length - outcome[1].length;
    if (verdict)
      return {
        value: outcome[1],
        verdict,
        span: sentence.at(from, from + outcome[1].length),
        source: 'prose',
      };
  }
  const last = LAST_WORD.exec(text) ?? IN_BRACKETS.exec(text);
  const lastVerdict = last?.[1] === undefined ? undefined : bodyVerdict(last[1]);
  if (last?.[1] !== undefined && lastVerdict) {
    const from = last.index + last[0].lastIndexOf(last[1]);
    return {
      value: last[1],
      verdict: lastVerdict,
      span: sentence.at(from, from + last[1].length),
      source: 'prose',
    };
  }
  const passed = PASSED.exec(text);
  if (!passed) return undefined;
  const verdict = /not|failed/i.test(passed[0]) ? 'no-pass' : 'pass';
  return {
    value: passed[0],
    verdict,
    span: sentence.at(passed.index, passed.index + passed[0].length),
    source: 'prose',
  };
}

const APPROVED = /\b(?:approved|released|granted|allocated|secured|signed off)\b/i;
const NOT = /\b(?:not|no|never|nobody|without|declined|refused|rejected)\b|n['’]t\b/i;

/** Sentences that answer a question by saying that it happened; a rule for the gate to come answers nothing. */
function readAnswers(
  reading: Reading,
  sentence: Prose,
  draft: Draft,
  questions: Partial<Record<GateQuestion, GateAnswer>>,
): void {
  const { text } = sentence;
  if (HYPOTHETICAL.test(text) || /\?\s*$/.test(text)) return;
  const yes = !NOT.test(text);
  const say = (question: GateQuestion): void => {
    questions[question] ??= {
      question,
      answer: { value: yes, span: sentence.span, source: 'prose' },
      place: sentence.span,
      unreadable: false,
    };
  };
  const [date] = findDates(text);
  const said = date && {
    value: date.text,
    day: date.day,
    span: sentence.at(date.start, date.end),
    source: 'prose' as const,
  };
  if (/\baccept(?:s|ed)\b[^.;]{0,60}\b(?:accountab\w*|ownership|outcome|result|role)\b/i.test(text)) {
    say('owner');
    if (yes) draft.accepted ??= said;
  }
  if (/\b(?:budget|funding)\b/i.test(text) && APPROVED.test(text)) {
    say('budget');
    if (!yes) return;
    const money = findBusinessFigures(text).find(({ kind }) => kind === 'money');
    draft.amount ??= money && {
      value: money.text,
      span: sentence.at(money.start, money.end),
      source: 'prose',
    };
    draft.approvedOn ??= said;
    const by = /\b(?:approved|released|granted|signed off)\s(?:on\s\S+\s)?by\s/i.exec(text);
    const active = by ? undefined : APPROVED.exec(text);
    draft.approvedBy ??= by
      ? named(
          agentOf(reading, untilDate(sentence, by.index + by[0].length), by.index + by[0].length),
          sentence,
        )
      : active
        ? named(subjectOf(reading, sentence, active.index), sentence)
        : undefined;
  }
  if (
    /\bbusiness case\b/i.test(text) &&
    /\b(?:shows?|showed|supports?|supported|proves?|proved|signed|confirms?|confirmed|evidence)\b/i.test(text)
  ) {
    say('case');
    const by = /\bsigned(?: off)?\s(?:on\s\S+\s)?by\s/i.exec(text);
    if (by && yes)
      draft.signedBy ??= named(
        agentOf(reading, untilDate(sentence, by.index + by[0].length), by.index + by[0].length),
        sentence,
      );
    if (yes) draft.evidence ??= { value: text, span: sentence.span, source: 'prose' };
  }
}

const BLOCKED =
  /\b(?:funding|budget|money|gate|pilot)\b[^.;]{0,40}\b(?:is|was|remains|are)\s(?:still\s|currently\s)?(?:blocked|refused|frozen|withheld|stuck)\b|\bblocked (?:by|because|for lack of|due to)\b/i;

function readBlocked(reading: Reading, sentence: Prose, draft: Draft): void {
  const { text } = sentence;
  if (HYPOTHETICAL.test(text)) return;
  const ask = /\b(?:escalated (?:it |this )?to|asked|asks)\s/i.exec(text);
  if (!draft.blocked) {
    if (!BLOCKED.test(text) || /\bnot blocked\b/i.test(text)) return;
    const reason = { value: text, span: sentence.span, source: 'prose' as const };
    draft.blocked = { span: sentence.span, reason, askTo: undefined, askBy: undefined };
  }
  if (!ask || draft.blocked.askTo) return;
  const from = ask.index + ask[0].length;
  const to = /,?\s(?:to|for|whether)\s/i.exec(text.slice(from))?.index;
  const whom = sentence.slice(0, to === undefined ? text.length : from + to);
  const askTo = named(agentOf(reading, untilDate(whom, from), from), sentence);
  const date = findDates(text).at(-1);
  const askBy = date && {
    value: date.text,
    day: date.day,
    span: sentence.at(date.start, date.end),
    source: 'prose' as const,
  };
  draft.blocked = { ...draft.blocked, askTo, askBy };
}

function readinessIn(sentence: Prose): GatePart['readiness'] {
  const link = sentence.links.find(
    ({ url, from, to }) => /readiness/i.test(url) || /readiness/i.test(sentence.text.slice(from, to)),
  );
  const near = link ?? (/\breadiness\b/i.test(sentence.text) ? sentence.links[0] : undefined);
  return near && { value: near.url, span: near.urlSpan, source: 'prose' };
}

import { findBusinessFigures } from '../../lexicon/metrics.ts';
import type { Prose } from '../../markdown/prose.ts';
import { findDates } from '../../text/dates.ts';
import { findDurations } from '../../text/duration.ts';
import type { Span } from '../../text/span.ts';
import type { Said, Source } from '../mention.ts';
import { readPartiesOf } from '../mentions.ts';
import type { Reading } from '../reading.ts';
import { agentOf } from '../subjects.ts';
import { type GateBody, type GateEntry, gateBody } from './entries.ts';
import type { GateAnswer, GateDate, GatePart, GatePeople } from './model.ts';
import { gateInProse } from './prose.ts';
import {
  bodyVerdict,
  GATE_QUESTIONS,
  type GateLabel,
  type GateQuestion,
  isOpen,
  readAnswer,
} from './words.ts';

const RANK: Readonly<Record<Source, number>> = { frontmatter: 0, table: 1, field: 2, prose: 3 };

/** What the body's gate section says; undefined where it has none, or nothing stands in it. */
export function gateInBody(reading: Reading): GatePart | undefined {
  const body = gateBody(reading);
  if (!body) return undefined;
  return new BodyReader(reading, body).read();
}

class BodyReader {
  readonly #entries: readonly GateEntry[];

  constructor(
    readonly reading: Reading,
    readonly body: GateBody,
  ) {
    this.#entries = [...body.entries].sort((a, b) => RANK[a.source] - RANK[b.source]);
  }

  read(): GatePart {
    const questions = Object.fromEntries(
      GATE_QUESTIONS.flatMap((question) => {
        const found = this.#answer(question);
        return found ? [[question, found]] : [];
      }),
    );
    return merged(this.#labelled(questions), gateInProse(this.reading, this.body.sentences));
  }

  #labelled(questions: Partial<Record<GateQuestion, GateAnswer>>): GatePart {
    const decision = this.#of('decision')
      .map((value) => ({ value, verdict: bodyVerdict(value.text) }))
      .find(({ verdict }) => verdict !== undefined);
    const decided = decision?.verdict === 'pass' || decision?.verdict === 'no-pass';
    const dated = this.#date('decision-date');
    const budget = this.#texts('budget');
    const cases = this.#texts('case');
    const askTo = this.#ask();
    const reason = this.#said('blocked');
    const askBy =
      this.#date('ask-by') ??
      this.#of('ask-to')
        .map((value) => dateIn(value, 'field'))
        .find(Boolean);
    return {
      definedOn: this.#date('defined-on'),
      decideBy: this.#date('decide-by') ?? dated,
      undated: this.#undated(),
      decidedOn: this.#date('decided-on') ?? (decided ? (dated ?? this.#dateAfter('decision')) : undefined),
      decider: this.#people('decider') ?? this.#agent(this.#of('decision')),
      decision: decision?.verdict && {
        value: decision.value.text,
        span: outcomeSpan(decision.value),
        source: 'field',
        verdict: decision.verdict,
      },
      questions,
      signedBy: this.#people('signed-by') ?? this.#agent(cases),
      evidence: this.#said('evidence') ?? this.#evidence(),
      caseLink: linkIn(cases),
      accepted: this.#texts('owner').map(acceptance).find(Boolean),
      amount: this.#said('amount') ?? budget.map(amountIn).find(Boolean),
      costCentre: this.#said('cost-centre') ?? budget.map(costCentreIn).find(Boolean),
      approvedBy: this.#people('approved-by') ?? this.#agent(budget),
      approvedOn: this.#date('approved-on') ?? budget.map((text) => dateIn(text, 'field')).find(Boolean),
      ...(reason || askTo
        ? {
            blocked: { span: (reason ?? askTo ?? { span: { start: 0, end: 0 } }).span, reason, askTo, askBy },
          }
        : {}),
      readiness: linkIn([...this.#of('readiness')]) ?? this.#said('readiness'),
    };
  }

  /** The values under a label that are filled in. */
  #of(kind: GateLabel): Prose[] {
    return this.#entries
      .filter((entry) => entry.kind === kind && !isOpen(entry.value.text))
      .map(({ value }) => value);
  }

  /** Everything said with a question: the value and what stands beside or below it. */
  #texts(question: GateQuestion): Prose[] {
    return this.#entries
      .filter(({ kind }) => kind === question)
      .flatMap(({ value, more }) => [value, ...more])
      .filter(({ text }) => !isOpen(text));
  }

  #said(kind: GateLabel): Said<string> | undefined {
    const [value] = this.#of(kind);
    return value && { value: value.text, span: value.span, source: 'field' };
  }

  #date(kind: GateLabel): GateDate | undefined {
    for (const value of this.#of(kind)) {
      const found = dateIn(value, 'field') ?? periodIn(value);
      if (found) return found;
    }
    return undefined;
  }

  #undated(): Span | undefined {
    const open = this.#entries.find(({ kind, value }) => kind === 'decide-by' && isOpen(value.text));
    return open && (open.value.text === '' ? open.label.span : open.value.span);
  }

  /** `Decision: passed on 2026-04-28`. */
  #dateAfter(kind: GateLabel): GateDate | undefined {
    return this.#of(kind)
      .map((value) => dateIn(value, 'field'))
      .find(Boolean);
  }

  #people(kind: GateLabel): GatePeople | undefined {
    const entry = this.#entries.find((candidate) => candidate.kind === kind && candidate.value.text !== '');
    if (!entry) return undefined;
    const value = withoutDate(entry.value);
    return peopleIn(this.reading, value);
  }

  #ask(): GatePeople | undefined {
    const [value] = this.#of('ask-to');
    if (!value) return undefined;
    const end = /,?\s(?:by|until|before|no later than|to (?:decide|release|approve|fund|answer)|for)\s/i.exec(
      value.text,
    )?.index;
    return peopleIn(this.reading, value.slice(0, end ?? value.text.length));
  }

  #agent(texts: readonly Prose[]): GatePeople | undefined {
    for (const text of texts) {
      const by =
        /\b(?:approved|signed(?: off)?|released|granted|sponsored|passed|decided|taken)\s(?:on\s\S+\s)?by\s/i.exec(
          text.text,
        );
      if (!by) continue;
      const mentions = agentOf(this.reading, text, by.index + by[0].length, 'field');
      const found = fromMentions(mentions, text);
      if (found) return found;
    }
    return undefined;
  }

  #evidence(): Said<string> | undefined {
    for (const { kind, value, more, checked } of this.#entries) {
      if (kind !== 'case') continue;
      const end = readAnswer(value.text)?.end ?? 0;
      const rest = value.slice(end + (/^[\s,.;:–—-]*/u.exec(value.text.slice(end))?.[0].length ?? 0));
      const texts = checked === undefined ? [rest, ...more] : more.slice(1);
      const found = texts.find(({ text }) => text.split(/\s+/).length >= 2 && !isOpen(text));
      if (found) return { value: found.text, span: found.span, source: 'field' };
    }
    return undefined;
  }

  #answer(question: GateQuestion): GateAnswer | undefined {
    const asked = this.#entries.filter(({ kind }) => kind === question);
    const [first] = asked;
    if (!first) return undefined;
    for (const entry of asked) {
      const answer = answerOf(entry);
      if (answer) return { question, answer, place: entry.label.span, unreadable: false };
    }
    return { question, answer: undefined, place: first.label.span, unreadable: false };
  }
}

function answerOf({ kind, value, checked, label, source }: GateEntry): Said<boolean> | undefined {
  const read = readAnswer(value.text);
  if (read) return { value: read.yes, span: answerSpan(value, read.end), source };
  // An empty box says that nobody has answered yet, not that the answer is no.
  if (checked === true) return { value: true, span: label.span, source };
  if (isOpen(value.text)) return undefined;
  // `Budget: EUR 240,000, approved by the CFO` and `Owner accepts: Dana Whitfield, 2026-01-15` are a yes in their own way.
  const negated = /\bnot\b|\bno\b|\bpending\b|\bawait|\bopen\b|\bto be\b/i.test(value.text);
  if (negated) return undefined;
  if (kind === 'budget' && /\b(?:approved|released|granted|secured)\b/i.test(value.text))
    return { value: true, span: value.span, source };
  if (kind === 'owner' && (findDates(value.text).length > 0 || /\baccept(?:s|ed)\b/i.test(value.text)))
    return { value: true, span: value.span, source };
  return undefined;
}

function answerSpan(value: Prose, end: number): Said<boolean>['span'] {
  const lead = /^[\s>→:–—,.*_[-]*/u.exec(value.text.slice(0, end))?.[0].length ?? 0;
  return value.at(lead, end);
}

/** `conditional pass`, without what follows it. */
function outcomeSpan(value: Prose): Said<string>['span'] {
  const end = /[,.;(\n]|\s(?:on|by|—|–|-)\s/u.exec(value.text)?.index ?? value.text.length;
  return value.at(0, end === 0 ? value.text.length : end);
}

/** The first date of a text. */
export function dateIn(text: Prose, source: Source): GateDate | undefined {
  const [found] = findDates(text.text);
  return found && { value: found.text, day: found.day, span: text.at(found.start, found.end), source };
}

/** A period that is a date of a kind: `end of April`, `Q2 2026`, `within 10 working days of the pilot's end`. */
export function periodIn(text: Prose): GateDate | undefined {
  const words =
    /\bq[1-4]\b|\b(?:end|middle|start|beginning) of\b|\bweek \d|\bkw ?\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/i;
  if (!words.test(text.text) && findDurations(text.text).length === 0) return undefined;
  return { value: text.text, day: undefined, span: text.span, source: 'field' };
}

/** Whom a text names; undefined when it names nobody we can tell. */
export function peopleIn(reading: Reading, value: Prose): GatePeople | undefined {
  return fromMentions(readPartiesOf(reading, value, 'one', 'field'), value);
}

function fromMentions(mentions: GatePeople['mentions'], value: Prose): GatePeople | undefined {
  const named = mentions.filter(({ party }) => party.kind !== 'nobody' && party.kind !== 'unknown');
  if (named.length === 0) return undefined;
  return { mentions: named, span: value.span, text: value.text, source: 'field' };
}

/** `Ines Moreau, COO, 2026-04-28` without its date. */
function withoutDate(value: Prose): Prose {
  const [date] = findDates(value.text);
  if (!date || date.start === 0) return value;
  const lead = /[\s,;(]*(?:\bon\b|\bby\b)?[\s,;(]*$/i.exec(value.text.slice(0, date.start));
  return value.slice(0, lead?.index ?? date.start);
}

function linkIn(texts: readonly Prose[]): Said<string> | undefined {
  for (const { links } of texts)
    for (const { url, urlSpan } of links) return { value: url, span: urlSpan, source: 'field' };
  return undefined;
}

/** A date or the words of acceptance in what is said with the second question. */
function acceptance(text: Prose): Said<string> | undefined {
  const date = dateIn(text, 'field');
  if (date) return date;
  return undefined;
}

function amountIn(text: Prose): Said<string> | undefined {
  const money = findBusinessFigures(text.text).find(({ kind }) => kind === 'money');
  return money && { value: money.text, span: text.at(money.start, money.end), source: 'field' };
}

function costCentreIn(text: Prose): Said<string> | undefined {
  const match =
    /\b(?:cost ?-?cent(?:re|er)|charged to|booked (?:to|on)|(?:paid|funded) (?:by|from))\s*:?\s+(?:the\s)?([^,;.\n]{2,60})/i.exec(
      text.text,
    );
  if (match?.[1] === undefined) return undefined;
  const from = match.index + match[0].length - match[1].length;
  return { value: match[1].trim(), span: text.at(from, from + match[1].trimEnd().length), source: 'field' };
}

/** Value by value, what the first says, else the second. */
export function merged(first: GatePart, second: GatePart): GatePart {
  const out: Record<string, unknown> = { ...second };
  for (const [key, value] of Object.entries(first)) if (value !== undefined) out[key] = value;
  return {
    ...(out as GatePart),
    questions: { ...second.questions, ...known(first.questions, second.questions) },
  };
}

/** Questions that a source answers, or asks where the other does not even do that. */
function known(
  first: GatePart['questions'],
  second: GatePart['questions'],
): Partial<Record<GateQuestion, GateAnswer>> {
  const out: Partial<Record<GateQuestion, GateAnswer>> = {};
  for (const question of GATE_QUESTIONS) {
    const [own, other] = [first?.[question], second?.[question]];
    if (!own) continue;
    if (own.answer || own.unreadable || !other) out[question] = own;
    else out[question] = other.answer ? other : own.place ? own : other;
  }
  return out;
}

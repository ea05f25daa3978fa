import type { Prose } from '../../markdown/prose.ts';
import { findDates } from '../../text/dates.ts';
import type { Span } from '../../text/span.ts';
import type { Said, Source } from '../mention.ts';
import type { Reading } from '../reading.ts';
import { agentOf, subjectOf } from '../subjects.ts';
import { type GateBody, type GateEntry, gateBody } from './entries.ts';
import type { GateAnswer, GateDate, GatePart, GatePeople } from './model.ts';
import { gateInProse } from './prose.ts';
import {
  acceptance,
  amountIn,
  costCentreIn,
  dateIn,
  fromMentions,
  linkIn,
  peopleIn,
  periodIn,
  untilDate,
  withoutDate,
} from './texts.ts';
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
export function gateInBody(reading: Reading, known: GatePart = {}): GatePart | undefined {
  const body = gateBody(reading);
  if (!body) return undefined;
  return new BodyReader(reading, body).read(known);
}

const SIGNS = /\b(?:(?:has|have) )?(?:signs|signed)(?: off)? (?:on )?(?:the|this|it|that|off)\b/i;

class BodyReader {
  readonly #entries: readonly GateEntry[];

  constructor(
    readonly reading: Reading,
    readonly body: GateBody,
  ) {
    this.#entries = [...body.entries].sort((a, b) => RANK[a.source] - RANK[b.source]);
  }

  read(known: GatePart): GatePart {
    const questions = Object.fromEntries(
      GATE_QUESTIONS.flatMap((question) => {
        const found = this.#answer(question);
        return found ? [[question, found]] : [];
      }),
    );
    return merged(this.#labelled(questions), gateInProse(this.reading, this.body.sentences, known));
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
      signedBy: this.#people('signed-by') ?? this.#agent(cases) ?? this.#signer(cases),
      evidence: this.#said('evidence') ?? this.#evidence() ?? this.#filled('evidence'),
      caseLink: linkIn(cases),
      accepted: this.#texts('owner').map(acceptance).find(Boolean),
      amount: this.#filled('amount') ?? budget.map(amountIn).find(Boolean),
      costCentre: this.#said('cost-centre') ?? budget.map(costCentreIn).find(Boolean),
      approvedBy: this.#people('approved-by') ?? this.#agent(budget),
      approvedOn: this.#date('approved-on') ?? budget.map((text) => dateIn(text, 'field')).find(Boolean),
      ...(reason || askTo
        ? {
            blocked: { span: (reason ?? askTo ?? { span: { start: 0, end: 0 } }).span, reason, askTo, askBy },
          }
        : {}),
      readiness: linkIn(this.#of('readiness')) ?? this.#filled('readiness'),
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

  /** A value that stands there, also one that is still to be filled in; not a blank or a dash. */
  #filled(kind: GateLabel): Said<string> | undefined {
    const entry = this.#entries.find((one) => one.kind === kind && /\p{L}/u.test(one.value.text));
    return entry && { value: entry.value.text, span: entry.value.span, source: 'field' };
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
      const from = by.index + by[0].length;
      const mentions = agentOf(this.reading, untilDate(text, from), from, 'field');
      const found = fromMentions(mentions, text);
      if (found) return found;
    }
    return undefined;
  }

  /** `Dana Whitfield signed the case`: who stands before it in its sentence. */
  #signer(texts: readonly Prose[]): GatePeople | undefined {
    for (const text of texts)
      for (const sentence of text.sentences()) {
        const signs = SIGNS.exec(sentence.text);
        if (!signs) continue;
        const from = sentence.text.lastIndexOf(';', signs.index) + 1;
        const clause = from === 0 ? sentence : sentence.slice(from);
        const at = SIGNS.exec(clause.text)?.index ?? 0;
        const found = fromMentions(subjectOf(this.reading, clause, at), clause.slice(0, at));
        if (found) return found;
      }
    return undefined;
  }

  #evidence(): Said<string> | undefined {
    for (const { kind, value, more, checked } of this.#entries) {
      if (kind !== 'case') continue;
      // A ticked statement repeats itself as the first of what stands with it.
      const beside = checked !== undefined && value.text === '' ? more.slice(1) : more;
      const found = [value, ...beside]
        .map((text) => unsigned(behindAnswer(text)))
        .find(({ text }) => /\s/.test(text) && !isOpen(text));
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

/** The text without the signature at its end. */
function unsigned(text: Prose): Prose {
  const end = /[.,;]?\s+signed(?: off)?(?: on \S+)? by\b/i.exec(text.text)?.index;
  return end ? text.slice(0, end) : text;
}

/** The text behind the yes or no it begins with. */
function behindAnswer(text: Prose): Prose {
  const end = readAnswer(text.text)?.end ?? 0;
  return text.slice(end + (/^[\s,.;:–—-]*/u.exec(text.text.slice(end))?.[0].length ?? 0));
}

function answerOf({ kind, value, checked, label, source, more }: GateEntry): Said<boolean> | undefined {
  // An answer may stand in a line of its own below the question.
  const [below] = more;
  for (const text of value.text === '' && checked === undefined && below ? [below] : [value]) {
    const read = readAnswer(text.text);
    if (read) return { value: read.yes, span: answerSpan(text, read.end), source };
  }
  // An empty box says that nobody has answered yet, not that the answer is no.
  if (checked === true) return { value: true, span: label.span, source };
  if (isOpen(value.text)) return undefined;
  // `Budget: EUR 240,000, approved by the CFO` and `Owner accepts: Dana Whitfield, 2026-01-15` are a yes in their own way.
  const refused =
    kind === 'budget'
      ? /\bnot (?:yet )?(?:been )?(?:approved|released|granted|secured)\b|\b(?:rejected|declined|refused|denied)\b/i
      : /\b(?:has|have|does|did|is|was) not (?:yet )?(?:been )?accept|\bnot accepted\b|\b(?:declined|refused)\b/i;
  if (kind !== 'case' && refused.test(value.text)) return { value: false, span: value.span, source };
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

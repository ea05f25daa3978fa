import { parseDate } from '../../text/dates.ts';
import type { Said } from '../mention.ts';
import { readPartiesOf } from '../mentions.ts';
import type { Reading } from '../reading.ts';
import type { GateAnswer, GateBlocked, GateDate, GateDecision, GatePart, GatePeople } from './model.ts';
import { frontmatterVerdict, GATE_QUESTIONS, type GateQuestion } from './words.ts';

const KEYS: Readonly<Record<GateQuestion, string>> = {
  case: 'business_case',
  owner: 'owner_accepts',
  budget: 'budget',
};

/** The key under `gate` that holds a question. */
export function questionKey(question: GateQuestion): string {
  return KEYS[question];
}

/** What the frontmatter key `gate` says; undefined where there is none or it holds nothing. */
export function gateInFrontmatter(reading: Reading): GatePart | undefined {
  if (!reading.frontmatter.has('gate')) return undefined;
  const text = (...path: readonly string[]): Said<string> | undefined => said(reading, path);
  const date = (...path: readonly string[]): GateDate | undefined => {
    const value = text(...path);
    return value && { ...value, day: parseDate(value.value) };
  };
  const who = (...path: readonly string[]): GatePeople | undefined => people(reading, path);
  return {
    definedOn: date('defined_on'),
    decideBy: date('decide_by'),
    undated: reading.frontmatter.has('gate', 'decide_by')
      ? undefined
      : reading.frontmatter.entry('gate', 'decide_by')?.keySpan,
    decidedOn: date('decided_on'),
    decider: who('decider'),
    decision: decision(text('decision')),
    questions: Object.fromEntries(GATE_QUESTIONS.map((question) => [question, answer(reading, question)])),
    signedBy: who('business_case', 'signed_by'),
    evidence: text('business_case', 'evidence'),
    caseLink: text('business_case', 'link'),
    amount: text('budget', 'amount'),
    costCentre: text('budget', 'cost_centre'),
    approvedBy: who('budget', 'approved_by'),
    approvedOn: date('budget', 'approved_on'),
    ...blockedPart(reading, text('blocked', 'reason'), who('blocked', 'ask_to'), date('blocked', 'ask_by')),
    readiness: text('readiness'),
  };
}

function said({ frontmatter }: Reading, path: readonly string[]): Said<string> | undefined {
  const value = frontmatter.text('gate', ...path);
  const node = frontmatter.node('gate', ...path);
  if (value === undefined || node?.kind !== 'scalar') return undefined;
  return { value, span: node.inner, source: 'frontmatter' };
}

function people(reading: Reading, path: readonly string[]): GatePeople | undefined {
  const { frontmatter, doc } = reading;
  const node = frontmatter.node('gate', ...path);
  if (!node || frontmatter.invalid('gate', ...path)) return undefined;
  const mentions = readPartiesOf(reading, node, 'one', 'frontmatter').filter(
    ({ party }) => party.kind !== 'nobody',
  );
  if (mentions.length === 0) return undefined;
  const span = node.kind === 'scalar' ? node.inner : node.span;
  return { mentions, span, text: doc.text.slice(span.start, span.end), source: 'frontmatter' };
}

function decision(value: Said<string> | undefined): GateDecision | undefined {
  const verdict = value && frontmatterVerdict(value.value);
  return verdict && { ...value, verdict };
}

function answer(reading: Reading, question: GateQuestion): GateAnswer {
  const { frontmatter } = reading;
  const key = KEYS[question];
  const value = said(reading, [key, 'answer']);
  const yes = frontmatter.bool('gate', key, 'answer');
  const blank = frontmatter.has('gate', key, 'answer') ? undefined : frontmatter.entry('gate', key, 'answer');
  return {
    question,
    answer: value && yes !== undefined ? { ...value, value: yes } : undefined,
    place: frontmatter.entry('gate', key)?.keySpan,
    ...(blank ? { blank: blank.keySpan } : {}),
    unreadable: frontmatter.invalid('gate', key, 'answer'),
  };
}

function blockedPart(
  { frontmatter }: Reading,
  reason: Said<string> | undefined,
  askTo: GatePeople | undefined,
  askBy: GateDate | undefined,
): { readonly blocked?: GateBlocked } {
  const entry = frontmatter.entry('gate', 'blocked');
  if (!entry || !frontmatter.has('gate', 'blocked') || !(reason || askTo || askBy)) return {};
  return { blocked: { span: reason?.span ?? entry.keySpan, reason, askTo, askBy } };
}

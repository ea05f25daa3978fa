import { gateBody } from '../../document/gate/entries.ts';
import type { GateLabel } from '../../document/gate/words.ts';
import { isOpen } from '../../document/gate/words.ts';
import {
  GATE_QUESTIONS,
  type GateDate,
  type GatePeople,
  type GateQuestion,
  type GateReading,
  gateHeading,
  questionKey,
} from '../../document/gate.ts';
import { ownerMention } from '../../document/owner.ts';
import type { Reading } from '../../document/reading.ts';
import { called, listed } from '../../document/subjects.ts';
import { appendToRegion, insertSection } from '../../edits/body-edits.ts';
import { setFrontmatter, type YamlValue } from '../../edits/frontmatter-edits.ts';
import { addDays, dayOf, formatDay, parseDate } from '../../text/dates.ts';
import type { TextEdit } from '../../text/edit.ts';
import { at, type Span } from '../../text/span.ts';
import { frontmatterPlace } from '../places.ts';
import type { Fix } from '../rule.ts';

/** The three questions as people ask them. */
export const QUESTIONS: Readonly<Record<GateQuestion, string>> = {
  case: 'Does pilot evidence support the business case in business terms?',
  owner: 'Does a named business owner formally accept accountability?',
  budget: 'Is a production budget approved?',
};

/** A fix that is a decision for a person. */
export function manual(title: string, edits: readonly TextEdit[]): Fix {
  return { title, safety: 'manual', edits };
}

/** Days that a date offered by a fix lies ahead. */
export const DAYS_TO_DECIDE = 30;

/** The day of the clock, as a day number. */
export function today({ settings }: Reading): number {
  return dayOf(settings.now);
}

/** The day of the clock, `days` on, as `YYYY-MM-DD`. */
export function dayAhead(reading: Reading, days = 0): string {
  return formatDay(addDays(today(reading), days));
}

/** A date of the frontmatter's `dates`, with its place; undefined where it is absent or none that exists. */
export function dateOf(
  { frontmatter }: Reading,
  key: string,
): { readonly text: string; readonly day: number; readonly span: Span } | undefined {
  const node = frontmatter.node('dates', key);
  const text = frontmatter.text('dates', key) ?? '';
  const day = parseDate(text);
  return node?.kind === 'scalar' && day !== undefined ? { text, day, span: node.inner } : undefined;
}

/** The day by which the gate is to be decided; a planned `decided_on` without a decision is one, too. */
export function deadline(gate: GateReading): GateDate | undefined {
  return gate.decideBy ?? gate.decidedOn;
}

/** True when the date has passed: it is overdue on the day after it. */
export function isPast(reading: Reading, date: GateDate): boolean {
  return date.day !== undefined && date.day < today(reading);
}

/** Where something missing around the gate belongs when the document has no gate. */
export function gatelessPlace(reading: Reading): Span {
  return gateHeading(reading)?.heading?.prose.span ?? frontmatterPlace(reading.doc);
}

/** The people named for a part of the record, as a message says them. */
export function namesOf({ mentions, text }: GatePeople): string {
  const names = mentions.map(({ party }) => party.name ?? party.text);
  return names.length === 0 ? text : listed(names);
}

/** True where new values go into the body: the gate is written there and nowhere else. */
function inBody(gate: GateReading): boolean {
  return gate.source === 'body';
}

/** How a value of the record is labelled in the body. */
const BODY_LABELS: Readonly<Partial<Record<GateLabel, string>>> = {
  'decide-by': 'Decide by',
  'decided-on': 'Decided on',
  decision: 'Decision',
  decider: 'Decider',
  blocked: 'Blocked by',
  'ask-to': 'Ask to',
  'ask-by': 'Ask by',
  'signed-by': 'Signed by',
  evidence: 'Evidence',
  amount: 'Amount',
  'approved-by': 'Approved by',
  'approved-on': 'Approved on',
  readiness: 'Readiness',
};

/** A value for the record: its key under `gate`, or that of a group and the one in it, and what the body calls it. */
export interface RecordValue {
  readonly path: readonly [string] | readonly [string, string];
  readonly label: GateLabel;
  readonly value: string;
}

/** The edits that write values into the record, where it stands. */
export function writeRecord(reading: Reading, gate: GateReading, values: readonly RecordValue[]): TextEdit[] {
  return inBody(gate) ? writeInBody(reading, values) : writeInFrontmatter(reading, values);
}

function writeInFrontmatter(
  { doc, frontmatter }: Reading,
  values: readonly Pick<RecordValue, 'path' | 'value'>[],
): TextEdit[] {
  const inner: TextEdit[] = [];
  // Keys of a group that is not there yet are written as one map.
  const fresh = new Map<string, YamlValue>();
  for (const { path, value } of values) {
    const [key, name] = path;
    if (name === undefined) fresh.set(key, value);
    else if (frontmatter.has('gate', key)) inner.push(...setFrontmatter(doc, ['gate', key, name], value));
    else fresh.set(key, { ...(fresh.get(key) as Record<string, YamlValue> | undefined), [name]: value });
  }
  // What goes into the record's last group stands before a new key behind it.
  return [...inner, ...[...fresh].flatMap(([key, value]) => setFrontmatter(doc, ['gate', key], value))];
}

function writeInBody(reading: Reading, values: readonly RecordValue[]): TextEdit[] {
  const lines: string[] = [];
  const edits = values.flatMap(({ label, value }): TextEdit[] => {
    const open = gateBody(reading)?.entries.find((entry) => entry.kind === label && isOpen(entry.value.text));
    if (open) return [fillIn(reading, open.value.span, value)];
    lines.push(`**${BODY_LABELS[label] ?? label}:** ${value}`);
    return [];
  });
  return [...edits, ...appended(reading, lines.join('\n\n'))];
}

/** Lines at the end of the gate's section, or of the section's first part that holds anything. */
export function appended(reading: Reading, lines: string): TextEdit[] {
  if (lines === '') return [];
  const region = gateHeading(reading);
  return region
    ? appendToRegion(reading.doc, region, lines)
    : insertSection(reading.doc, 'gate', `## Funding gate\n\n${lines}`);
}

/** Puts a value where a blank or a placeholder stands. */
function fillIn({ doc }: Reading, span: Span, value: string): TextEdit {
  if (span.end > span.start) return { span, newText: value };
  // A blank value ends at its label: step over the end of the bold.
  const place = span.start + doc.text.slice(span.start).search(/[^*_]|$/);
  const before = /[^\s|]$/.test(doc.text.slice(0, place)) ? ' ' : '';
  const behind = doc.text[place] === '|' ? ' ' : '';
  return { span: at(place), newText: `${before}${value}${behind}` };
}

/** The edits that record an outcome: the decision itself and, once it is one, its day. */
export function recordDecision(
  reading: Reading,
  gate: GateReading,
  decision: 'pass' | 'no-pass',
): TextEdit[] {
  const { decision: said, decidedOn } = gate;
  // What the body says is replaced there; frontmatter is written by its keys.
  const replaced: TextEdit[] =
    said && said.source !== 'frontmatter' ? [{ span: said.span, newText: decision }] : [];
  const values: RecordValue[] = [
    ...(replaced.length > 0 ? [] : [{ path: ['decision'], label: 'decision', value: decision } as const]),
    ...(decidedOn ? [] : [{ path: ['decided_on'], label: 'decided-on', value: dayAhead(reading) } as const]),
  ];
  return [...replaced, ...writeRecord(reading, gate, values)];
}

/** The edits that answer questions, with places for what each answer rests on when it is a yes. */
export function answerQuestions(
  reading: Reading,
  gate: GateReading,
  questions: readonly GateQuestion[],
  answer: 'yes' | 'no',
): TextEdit[] {
  if (inBody(gate)) {
    const lines: string[] = [];
    const edits = questions.flatMap((question): TextEdit[] => {
      const text = answer === 'no' ? 'No' : `Yes${BODY_DETAILS[question](reading)}`;
      const asked = gateBody(reading)?.entries.find(
        (entry) => entry.kind === question && entry.checked === undefined,
      );
      if (asked) return [fillIn(reading, asked.value.span, text)];
      lines.push(`- **${QUESTIONS[question]}** ${text}`);
      return [];
    });
    return [...edits, ...appended(reading, lines.join('\n'))];
  }
  return writeInFrontmatter(
    reading,
    questions.flatMap((question) => {
      const key = questionKey(question);
      const rest = answer === 'yes' ? missingDetails(reading, question) : {};
      return Object.entries({ answer, ...rest }).map(
        ([name, value]) => ({ path: [key, name], value }) as const,
      );
    }),
  );
}

const BODY_DETAILS: Readonly<Record<GateQuestion, (reading: Reading) => string>> = {
  case: () => ', [what the pilot saved or earned], signed by [Name]',
  owner: (reading) => `, accepted on ${dayAhead(reading)}`,
  budget: (reading) => `, [amount], approved by [Name] on ${dayAhead(reading)}`,
};

/** The keys beside a yes that do not stand there yet, each with a place to fill in. */
function missingDetails(reading: Reading, question: GateQuestion): Record<string, string> {
  const details: Record<GateQuestion, Record<string, string>> = {
    case: { evidence: EVIDENCE_PLACE, signed_by: '[Name]' },
    owner: {},
    budget: { amount: AMOUNT_PLACE, approved_by: '[Name]', approved_on: dayAhead(reading) },
  };
  const key = questionKey(question);
  return Object.fromEntries(
    Object.entries(details[question]).filter(([name]) => !reading.frontmatter.has('gate', key, name)),
  );
}

/** What a fix leaves to be filled in as evidence: a result in the business's own figures. */
export const EVIDENCE_PLACE = '[What the pilot saved or earned, in money, time or risk]';
/** What a fix leaves to be filled in as the budget. */
export const AMOUNT_PLACE = '[Amount]';

/** A gate record to be filled in: undecided, every answer no until it is shown to be yes. */
export function newRecord(reading: Reading): YamlValue {
  return {
    defined_on: dayAhead(reading),
    decide_by: dayAhead(reading, DAYS_TO_DECIDE),
    decider: '[Name]',
    decision: 'pending',
    business_case: { answer: 'no', evidence: EVIDENCE_PLACE, signed_by: '[Name]' },
    owner_accepts: { answer: 'no' },
    budget: { answer: 'no' },
  };
}

/** The same record as a section of the body. */
export function newSection(reading: Reading): string {
  return [
    '## Funding gate',
    '',
    `- Defined on: ${dayAhead(reading)}`,
    `- Decide by: ${dayAhead(reading, DAYS_TO_DECIDE)}`,
    '- Decider: [Name]',
    '- Decision: pending',
    `- Evidence: ${EVIDENCE_PLACE}`,
    '- Signed by: [Name]',
    ...GATE_QUESTIONS.map((question) => `- **${QUESTIONS[question]}** No`),
  ].join('\n');
}

/** The edits that add a gate record to a document without one. */
export function createGate(reading: Reading): TextEdit[] {
  const heading = gateHeading(reading);
  if (reading.frontmatter.present) return setFrontmatter(reading.doc, ['gate'], newRecord(reading));
  const section = newSection(reading);
  if (heading) return appendToRegion(reading.doc, heading, section.split('\n').slice(2).join('\n'));
  return insertSection(reading.doc, 'gate', section);
}

/** The owner's name, for fixes that offer it. */
export function ownerName(reading: Reading): string | undefined {
  const owner = ownerMention(reading);
  return owner?.party.kind === 'person' ? called(owner) : undefined;
}

/** Days within which the CEO or COO is asked to answer. */
export const DAYS_TO_ASK = 14;

/** True when all three questions are answered with yes. */
export function allYes({ questions }: GateReading): boolean {
  return GATE_QUESTIONS.every((question) => questions[question].answer?.value === true);
}

/** Takes an overdue gate to the CEO or COO: a new day, and the ask that goes with it. */
export function escalateGate(reading: Reading, gate: GateReading, due: GateDate): Fix {
  const day = dayAhead(reading, DAYS_TO_ASK);
  const asks: RecordValue[] = [
    ...(gate.blocked?.reason
      ? []
      : [{ path: ['blocked', 'reason'], label: 'blocked', value: `No decision by ${due.value}` } as const]),
    ...(gate.blocked?.askTo
      ? []
      : [{ path: ['blocked', 'ask_to'], label: 'ask-to', value: '[CEO or COO]' } as const]),
    ...(gate.blocked?.askBy ? [] : [{ path: ['blocked', 'ask_by'], label: 'ask-by', value: day } as const]),
  ];
  return manual(`Escalate to the CEO or COO, for a decision by ${day}`, [
    { span: due.span, newText: day },
    ...writeRecord(reading, gate, asks),
  ]);
}

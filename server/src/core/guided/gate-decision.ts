import { businessCaseOf } from '../document/business-case.ts';
import { type GateEntry, gateBody } from '../document/gate/entries.ts';
import { type GateLabel, isOpen } from '../document/gate/words.ts';
import { type GateQuestion, gateHeading, gateOf, questionKey } from '../document/gate.ts';
import type { Mention } from '../document/mention.ts';
import { ownerOf } from '../document/owner.ts';
import { soundOwner } from '../document/owner-verdict.ts';
import type { Reading } from '../document/reading.ts';
import { called } from '../document/subjects.ts';
import { appendToRegion, insertSection } from '../edits/body-edits.ts';
import { isCeoOrCoo } from '../parties/titles.ts';
import { AMOUNT_PLACE, EVIDENCE_PLACE, QUESTIONS } from '../rules/gate/shared.ts';
import { dayOf, formatDay } from '../text/dates.ts';
import type { TextEdit } from '../text/edit.ts';
import { Draft } from './draft.ts';
import { choice, type Guide, type GuideAnswers, type GuideQuestion, said, yesNo } from './guide.ts';
import { anybody, mentionText } from './people-choices.ts';

/** The three questions, by the ids they are asked under. */
const ASKED: readonly (readonly [string, GateQuestion])[] = [
  ['case', 'case'],
  ['owner', 'owner'],
  ['budget', 'budget'],
];

/** Command "Record Gate Decision": three questions, and a pass only if all three are answered with yes. */
export const recordGate: Guide = {
  questions(reading, answers) {
    const gate = gateOf(reading);
    const owner = soundOwner(reading);
    const cased = businessCaseOf(reading);
    const yes = (id: string): boolean => said(answers, id) === 'yes';
    const questions: GuideQuestion[] = [
      yesNo(
        'case',
        QUESTIONS.case,
        'In money, time or risk, not in accuracy.',
        'Not yet, or only in technical terms.',
      ),
    ];
    if (!cased.exists)
      questions.push({
        id: 'evidence',
        prompt: 'What did the pilot show, in money, time or risk?',
        help: 'Such as: The pilot saved EUR 5.20 per claim.',
      });
    if (!cased.signedBy)
      questions.push(
        who(reading, 'signed-by', 'Which executive signed the business case?', owner ? [owner] : []),
      );
    questions.push(
      owner
        ? yesNo('owner', QUESTIONS.owner, `${called(owner)} accepts.`, `${called(owner)} has not accepted.`)
        : yesNo(
            'owner',
            QUESTIONS.owner,
            undefined,
            'Nobody is named as owner yet: “Assign Owner” comes first.',
          ),
    );
    if (yes('owner') && !acceptedSaid(reading))
      questions.push({
        id: 'accepted-on',
        prompt: 'When did the owner accept?',
        initial: today(reading),
        format: 'date',
      });
    questions.push(
      yesNo('budget', QUESTIONS.budget, 'Somebody who may spend it has said how much.', 'Not approved.'),
    );
    if (yes('budget')) {
      if (!gate?.amount) questions.push({ id: 'amount', prompt: 'How much?', help: 'Such as EUR 240,000.' });
      if (!gate?.approvedBy) questions.push(who(reading, 'approved-by', 'Who approved the budget?', []));
      if (!gate?.approvedOn)
        questions.push({
          id: 'approved-on',
          prompt: 'When was it approved?',
          initial: today(reading),
          format: 'date',
        });
    }
    if (!gate?.decider) questions.push(who(reading, 'decider', 'Who decides at the gate?', []));
    questions.push({
      id: 'decided-on',
      prompt: 'When was it decided?',
      initial: today(reading),
      format: 'date',
    });
    questions.push({
      id: 'decision',
      prompt: 'What was decided?',
      choices: [
        ...(allYes(answers) ? [choice('pass', 'Pass', 'All three answers are yes.')] : []),
        choice(
          'no-pass',
          'No pass',
          allYes(answers) ? 'Decided against it all the same.' : `A no is enough: ${noes(answers)}.`,
        ),
      ],
    });
    return questions;
  },

  edits(reading, answers) {
    if (ASKED.some(([id]) => said(answers, id) === undefined)) return { edits: [] };
    const passed = allYes(answers) && said(answers, 'decision') !== 'no-pass';
    const draft = new Draft(reading);
    const gate = gateOf(reading);
    if (gate?.source === 'body' || (!gate && !reading.frontmatter.present)) writeBody(draft, answers, passed);
    else writeFrontmatter(draft, answers, passed);
    acceptance(draft, answers);
    return {
      edits: draft.edits(),
      note: passed
        ? 'The gate is passed. Link the readiness assessment before the system goes live.'
        : `The gate is not passed: ${noes(answers) || 'it was decided so'}. “Diagnose Missing Funding” shows the next step.`,
    };
  },
};

function today({ settings }: Reading): string {
  return formatDay(dayOf(settings.now));
}

function allYes(answers: GuideAnswers): boolean {
  return ASKED.every(([id]) => said(answers, id) === 'yes');
}

const NO_WORDS: Readonly<Record<GateQuestion, string>> = {
  case: 'the business case does not hold',
  owner: 'the owner has not accepted',
  budget: 'no budget is approved',
};

function noes(answers: GuideAnswers): string {
  return ASKED.filter(([id]) => said(answers, id) !== 'yes')
    .map(([, question]) => NO_WORDS[question])
    .join(', ');
}

/** Somebody by name: those given first, then CEO and COO, then everybody known. */
function who(reading: Reading, id: string, prompt: string, first: readonly Mention[]): GuideQuestion {
  const chiefs = reading.people.people.filter(({ title }) => title !== undefined && isCeoOrCoo(title));
  const names = [...first.map((mention) => mentionText(reading, mention)), ...chiefs.map(({ name }) => name)];
  const choices = anybody(reading, names);
  return choices.length > 0
    ? { id, prompt, choices, other: true }
    : { id, prompt, help: 'One person by name.' };
}

function acceptedSaid(reading: Reading): boolean {
  return ownerOf(reading)?.accepted !== undefined || gateOf(reading)?.accepted !== undefined;
}

/** What goes into the record beside the three answers: value by label and by key. */
interface Value {
  readonly label: GateLabel;
  readonly path: readonly string[];
  readonly value: string;
}

function values(reading: Reading, answers: GuideAnswers, passed: boolean): Value[] {
  const gate = gateOf(reading);
  const cased = businessCaseOf(reading);
  const yes = (id: string): boolean => said(answers, id) === 'yes';
  const put = (label: GateLabel, path: readonly string[], value: string | undefined): Value[] =>
    value === undefined ? [] : [{ label, path, value }];
  return [
    ...put(
      'evidence',
      ['business_case', 'evidence'],
      cased.exists ? undefined : (said(answers, 'evidence') ?? EVIDENCE_PLACE),
    ),
    ...put(
      'signed-by',
      ['business_case', 'signed_by'],
      cased.signedBy ? undefined : (said(answers, 'signed-by') ?? '[Name]'),
    ),
    ...(yes('budget')
      ? [
          ...put(
            'amount',
            ['budget', 'amount'],
            gate?.amount ? undefined : (said(answers, 'amount') ?? AMOUNT_PLACE),
          ),
          ...put(
            'approved-by',
            ['budget', 'approved_by'],
            gate?.approvedBy ? undefined : (said(answers, 'approved-by') ?? '[Name]'),
          ),
          ...put(
            'approved-on',
            ['budget', 'approved_on'],
            gate?.approvedOn ? undefined : (said(answers, 'approved-on') ?? today(reading)),
          ),
        ]
      : []),
    ...put('decider', ['decider'], gate?.decider ? undefined : (said(answers, 'decider') ?? '[Name]')),
    ...put('decided-on', ['decided_on'], said(answers, 'decided-on') ?? today(reading)),
    ...put('decision', ['decision'], passed ? 'pass' : 'no-pass'),
  ];
}

function writeFrontmatter(draft: Draft, answers: GuideAnswers, passed: boolean): void {
  const { reading } = draft;
  if (!reading.frontmatter.has('gate'))
    draft.set(['gate'], {
      defined_on: today(reading),
      decide_by: said(answers, 'decided-on') ?? today(reading),
    });
  for (const [id, question] of ASKED) {
    const key = questionKey(question);
    const answer = said(answers, id) ?? 'no';
    const node = draft.reading.frontmatter.node('gate', key);
    draft.set(
      ['gate', key, ...(node !== undefined && node.kind !== 'map' ? [] : ['answer'])],
      node !== undefined && node.kind !== 'map' ? { answer } : answer,
    );
  }
  for (const { path, value } of values(reading, answers, passed)) draft.set(['gate', ...path], value);
}

const BODY_LABELS: Readonly<Partial<Record<GateLabel, string>>> = {
  evidence: 'Evidence',
  'signed-by': 'Signed by',
  amount: 'Amount',
  'approved-by': 'Approved by',
  'approved-on': 'Approved on',
  decider: 'Decider',
  'decided-on': 'Decided on',
  decision: 'Decision',
};

/** Answers where they are asked, values where they are labelled; what is not there yet at the section's end. */
function writeBody(draft: Draft, answers: GuideAnswers, passed: boolean): void {
  const missing: string[] = [];
  const replace = (
    label: GateLabel,
    find: (entry: GateEntry) => boolean,
    text: string,
    line: string,
  ): void => {
    const entry = gateBody(draft.reading)?.entries.find((one) => one.kind === label && find(one));
    const said = label === 'decision' ? gateOf(draft.reading)?.decision : undefined;
    if (entry)
      draft.apply(
        entry.checked === undefined ? [fillIn(draft.reading, entry, text)] : tick(draft.reading, entry, text),
      );
    else if (said && said.source !== 'frontmatter') draft.apply([{ span: said.span, newText: text }]);
    else missing.push(line);
  };
  for (const [id, question] of ASKED) {
    const text = said(answers, id) === 'yes' ? 'Yes' : 'No';
    replace(question, () => true, text, `- **${QUESTIONS[question]}** ${text}`);
  }
  for (const { label, value } of values(draft.reading, answers, passed))
    replace(
      label,
      ({ value: present }) => label === 'decision' || label === 'decided-on' || isOpen(present.text),
      value,
      `- ${BODY_LABELS[label] ?? label}: ${value}`,
    );
  if (missing.length === 0) return;
  const region = gateHeading(draft.reading);
  const { doc } = draft.reading;
  const lines = missing.join('\n');
  draft.apply(
    region ? appendToRegion(doc, region, lines) : insertSection(doc, 'gate', `## Funding gate\n\n${lines}`),
  );
}

/** Puts a value in the place of another, of a blank or of a placeholder; what follows an answer stays. */
function fillIn({ doc }: Reading, { value }: GateEntry, text: string): TextEdit {
  const { start, end } = value.span;
  const answer = /^(?:\*\*|__)?(?:yes|no|pending|open|tbd)\b(?:\*\*|__)?/i.exec(
    doc.text.slice(start, end),
  )?.[0];
  if (answer !== undefined && /^(?:yes|no)$/i.test(text)) {
    const marks = /^[*_]*/.exec(answer)?.[0] ?? '';
    return { span: { start, end: start + answer.length }, newText: `${marks}${text}${marks}` };
  }
  if (end > start) return { span: value.span, newText: text };
  let at = start;
  while (/[*_]/.test(doc.text[at] ?? '')) at++;
  return {
    span: { start: at, end: at },
    newText: `${/[\s|]/.test(doc.text[at - 1] ?? ' ') ? '' : ' '}${text}`,
  };
}

/** Ticks or clears the box of a statement. */
function tick({ doc }: Reading, { label }: GateEntry, text: string): TextEdit[] {
  const from = Math.max(0, label.span.start - 12);
  const box = /\[[ xX]\](?=[^\n\r]*$)/.exec(doc.text.slice(from, label.span.start));
  if (!box) return [];
  const start = from + box.index;
  return [{ span: { start, end: start + 3 }, newText: text === 'Yes' ? '[x]' : '[ ]' }];
}

/** The day on which the owner accepted, beside the owner. */
function acceptance(draft: Draft, answers: GuideAnswers): void {
  const { reading } = draft;
  if (said(answers, 'owner') !== 'yes' || acceptedSaid(reading)) return;
  const day = said(answers, 'accepted-on') ?? today(reading);
  const owner = ownerOf(reading);
  if (!owner) return;
  if (owner.from === 'owner' && owner.source !== 'frontmatter' && owner.region)
    draft.apply(appendToRegion(reading.doc, owner.region, `- Accepted on: ${day}`));
  else if (reading.frontmatter.has('owner')) draft.set(['owner', 'accepted_on'], day);
  else draft.set(['owner'], { name: owner.mentions[0]?.party.name ?? owner.text, accepted_on: day });
}

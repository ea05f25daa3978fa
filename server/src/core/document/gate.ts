import type { TableBlock } from '../markdown/blocks.ts';
import type { Prose } from '../markdown/prose.ts';
import { gateHeading } from './gate/entries.ts';
import { gateInBody, merged } from './gate/from-body.ts';
import { gateInFrontmatter } from './gate/from-frontmatter.ts';
import type { GateAnswer, GateReading } from './gate/model.ts';
import type { GateQuestion } from './gate/words.ts';
import type { Said } from './mention.ts';
import { perPart } from './per-part.ts';
import { once, type Reading } from './reading.ts';
import { fromGateOn } from './stage.ts';

export { gateHeading } from './gate/entries.ts';
export { questionKey } from './gate/from-frontmatter.ts';
export type * from './gate/model.ts';
export { GATE_QUESTIONS, type GateQuestion, type GateVerdict } from './gate/words.ts';

/** The funding gate the document describes: frontmatter, and what only the body says; undefined when there is none. */
export const gateOf = once((reading): GateReading | undefined => {
  const head = gateInFrontmatter(reading);
  const body = gateInBody(reading, head);
  if (!head && !body) return undefined;
  const part = merged(head ?? {}, body ?? {});
  const entry = reading.frontmatter.entry('gate');
  const heading = gateHeading(reading)?.heading?.prose.span;
  const source = head ? 'frontmatter' : 'body';
  const place = (head ? entry?.keySpan : undefined) ?? heading ?? { start: 0, end: 0 };
  const ask = (question: GateQuestion): GateAnswer =>
    part.questions?.[question] ?? { question, answer: undefined, place: undefined, unreadable: false };
  return {
    source,
    place,
    definedOn: part.definedOn,
    decideBy: part.decideBy,
    undated: part.undated,
    decidedOn: part.decidedOn,
    decider: part.decider,
    decision: part.decision,
    questions: { case: ask('case'), owner: ask('owner'), budget: ask('budget') },
    signedBy: part.signedBy,
    evidence: part.evidence,
    caseLink: part.caseLink,
    accepted: part.accepted,
    amount: part.amount,
    costCentre: part.costCentre,
    approvedBy: part.approvedBy,
    approvedOn: part.approvedOn,
    blocked: part.blocked,
    readiness: part.readiness ?? readinessAnywhere(reading),
  };
});

/** True when frontmatter gives a value under `gate` that cannot be read: the rules that read it stay silent. */
export function gateUnreadable({ frontmatter }: Reading, ...path: readonly string[]): boolean {
  return frontmatter.invalid('gate', ...path);
}

/** True once the gate said pass or no-pass. */
export const gateDecided = once((reading): boolean => {
  const verdict = gateOf(reading)?.decision?.verdict;
  return verdict === 'pass' || verdict === 'no-pass';
});

/** True where the three questions need their answers: from `status: gate` on, or once the gate is decided. */
export const gateDue = once((reading): boolean => fromGateOn(reading) || gateDecided(reading));

/** A link to the readiness assessment outside the gate's section. */
function readinessAnywhere({ outline }: Reading): Said<string> | undefined {
  for (const { prose } of outline.texts) {
    const found = readinessLink(prose);
    if (found) return found;
  }
  for (const { table } of outline.tables) {
    const found = readinessInTable(table);
    if (found) return found;
  }
  return undefined;
}

const readinessInTable = perPart(({ rows }: TableBlock): Said<string> | undefined => {
  for (const { cells } of rows)
    for (const { prose } of cells) {
      const found = readinessLink(prose);
      if (found) return found;
    }
  return undefined;
});

function readinessLink({ links, text }: Prose): Said<string> | undefined {
  if (links.length === 0) return undefined;
  const link = links.find(
    ({ url, from, to }) => /readiness/i.test(url) || /readiness/i.test(text.slice(from, to)),
  );
  return link && { value: link.url, span: link.urlSpan, source: 'prose' };
}

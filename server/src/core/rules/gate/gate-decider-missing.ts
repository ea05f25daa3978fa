import { accountableOf, decisionsOf } from '../../document/decisions.ts';
import { type GateReading, gateDue, gateOf, gateUnreadable } from '../../document/gate.ts';
import type { Mention } from '../../document/mention.ts';
import { titleOf } from '../../document/people.ts';
import type { Reading } from '../../document/reading.ts';
import { isOwner } from '../../document/subjects.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import type { TextEdit } from '../../text/edit.ts';
import { defineRule, type Fix } from '../rule.ts';
import { manual, writeRecord } from './shared.ts';

export const gateDeciderMissing = defineRule({
  id: 'gate-decider-missing',
  group: 'gate',
  severity: 'warning',
  needs: 'whole',
  summary: 'Nobody is named who decides the funding gate, or a body is.',
  why:
    'A gate is decided by one person. ' +
    'A committee discusses, asks for more evidence, and meets again; a gate without a decider is not decided at all, because nobody is missing when the date passes. ' +
    'Name the person who says pass or no-pass; a body may advise, and its chair may be that person by name.',
  source: [16, 18, 47],
  facts: ['nist-manage'],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\n⟦gate⟧:\n  decide_by: 2026-04-30\n  business_case: {answer: no, evidence: Saved 0.20 EUR per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: no}\n  budget: {answer: no}\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  decider: ⟦AI Steering Committee⟧\n  business_case: {answer: no, evidence: Saved 0.20 EUR per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: no}\n  budget: {answer: no}\n---\n',
        note: 'a body decides',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\n---\n\n## Funding gate\n\n- Decide by: 2026-04-30\n- Decider: ⟦Finance⟧\n- Business case in business terms: no\n- Owner accepts: no\n- Budget approved: no\n',
        note: 'a function is no person either',
      },
      {
        note: 'whoever is Accountable for going live can decide',
        text: '---\ntype: decision-rights\nstatus: gate\n⟦gate⟧:\n  decide_by: 2026-04-30\ndecisions:\n  production-go-live:\n    accountable: Dana Whitfield, VP Claims\n---\n',
      },
      {
        note: 'who is Accountable for going live could decide',
        text: `---
type: decision-rights
status: gate
decisions:
  production-go-live:
    accountable: Ines Moreau, COO
⟦gate⟧:
  decide_by: 2026-04-30
---
`,
      },
      {
        note: 'a body, in the body',
        text: `---
type: decision-rights
status: gate
decisions:
  production-go-live:
    accountable: Ines Moreau
---

## Funding gate

- Decide by: 2026-04-30
- Decider: ⟦AI Board⟧
`,
      },
      {
        note: 'two bodies',
        text: `---
type: decision-rights
status: gate
decisions:
  production-go-live:
    accountable: COO
gate:
  decide_by: 2026-04-30
  decider: [⟦AI Board⟧, Legal]
---
`,
      },
      {
        note: 'a row about the gate gives it to a function',
        text: `---
type: decision-rights
status: gate
⟦gate⟧:
  decide_by: 2026-04-30
---

## Decision rights

| Decision | Legal | Dana Whitfield |
| --- | --- | --- |
| Funding gate | A | R |
| Pilot go/no-go | C | A |
`,
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  decider: Ines Moreau, COO\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  decider: "AI Steering Committee (chair: Ines Moreau, COO)"\n---\n',
        note: 'a steering group with one named executive',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\n---\n\n## Funding gate\n\nThe gate is decided by Ines Moreau on the advice of Finance, on 2026-04-30.\n',
        note: 'advice does not decide',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n---\n',
        note: 'a pilot has time until its gate',
      },
      {
        note: 'a row of the decision table says it',
        text: `---
type: decision-rights
status: gate
gate:
  decide_by: 2026-04-30
---

## Decision rights

| Decision | COO | Legal |
| --- | --- | --- |
| Funding gate | A | A |
`,
      },
      {
        note: 'a body beside a person',
        text: `---
type: decision-rights
status: gate
gate:
  decide_by: 2026-04-30
  decider: [AI Board, "Ines Moreau, COO"]
---
`,
      },
      {
        note: 'a body beside a position',
        text: `---
type: decision-rights
status: gate
gate:
  decide_by: 2026-04-30
  decider: [AI Board, COO]
---
`,
      },
      {
        note: 'a body that a position chairs',
        text: `---
type: decision-rights
status: gate
gate:
  decide_by: 2026-04-30
  decider: "AI Board (chair: COO)"
---
`,
      },
      {
        note: 'a value that cannot be read is reported as such',
        text: `---
type: decision-rights
status: gate
gate:
  decide_by: 2026-04-30
  decider: [[COO]]
---
`,
      },
    ],
  },
  check(reading, report) {
    const gate = gateOf(reading);
    if (!gate || !gateDue(reading) || gateUnreadable(reading, 'decider')) return;
    const fixes = (): Fix[] => deciderFixes(reading, gate);
    if (!gate.decider) {
      if (decidedInTable(reading)) return;
      report({
        span: gate.place,
        message: 'Nobody is named who decides the gate. Name the one person who says pass or no-pass.',
        fixes,
      });
      return;
    }
    const { mentions } = gate.decider;
    const body = mentions.find((mention) => isNobodyInPerson(mention) && !isOwner(reading, mention));
    if (!body || mentions.some(({ party }) => party.kind === 'person' || party.kind === 'position')) return;
    report({
      span: body.span,
      message: `The gate is decided by ${body.party.text}, not by one person. Name the person who says pass or no-pass; ${body.party.text} may advise.`,
      fixes,
    });
  },
});

/** A body or function; one whose chair the document names is that person. */
function isNobodyInPerson({ party }: Mention): boolean {
  if (party.kind === 'function') return true;
  return party.kind === 'group' && !(party.chair?.kind === 'person' || party.chair?.kind === 'position');
}

/** A row of the decision table about the funding or the gate whose Accountable is one person. */
function decidedInTable(reading: Reading): boolean {
  return decisionsOf(reading).rows.some(
    ({ label, accountable }) =>
      /\bfunding\b|\bgate\b/i.test(label) &&
      accountable.some(({ mention }) => mention.party.kind === 'person' || mention.party.kind === 'position'),
  );
}

function deciderFixes(reading: Reading, gate: GateReading): Fix[] {
  const found = accountableOf(reading, 'production-go-live').flatMap(({ mention }) =>
    mention.party.kind === 'person' ? [mention] : [],
  );
  const [first] = found;
  const title = first && titleOf(reading, first.party);
  const name = first?.party.name ?? first?.party.text;
  const person = name === undefined ? undefined : title === undefined ? name : `${name}, ${title}`;
  const place = manual('Insert a decider to be filled in', decide(reading, gate, '[Name]'));
  if (person === undefined) return [place];
  return [
    manual(`Name ${name}, who is Accountable for going live, as decider`, decide(reading, gate, person)),
    place,
  ];
}

function decide(reading: Reading, gate: GateReading, person: string): TextEdit[] {
  const { decider } = gate;
  if (!decider) return writeRecord(reading, gate, [{ path: ['decider'], label: 'decider', value: person }]);
  if (decider.source === 'frontmatter') return setFrontmatter(reading.doc, ['gate', 'decider'], person);
  return [{ span: decider.span, newText: person }];
}

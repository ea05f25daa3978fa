import { businessCaseOf } from '../../document/business-case.ts';
import { type GatePeople, gateOf, gateUnreadable } from '../../document/gate.ts';
import type { Reading } from '../../document/reading.ts';
import { fromGateOn } from '../../document/stage.ts';
import { isOwner } from '../../document/subjects.ts';
import { appendToRegion } from '../../edits/body-edits.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import type { TextEdit } from '../../text/edit.ts';
import { sectionPlace } from '../places.ts';
import { defineRule, type Fix } from '../rule.ts';
import { manual, namesOf, ownerName, writeRecord } from './shared.ts';

export const businessCaseUnsigned = defineRule({
  id: 'business-case-unsigned',
  group: 'gate',
  severity: 'error',
  severityNote: 'error at gate, silent in pilot',
  needs: 'whole',
  summary: 'No executive has put a name on the business case.',
  why:
    'Pilots without a business owner fail at the funding gate because no executive has put their name on the business case. ' +
    'A signature says that somebody with a budget believes the figures and will be asked about them. ' +
    'Have the owner, or the executive who pays, sign the case, and write that person’s name down.',
  source: [18],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-15}\ngate:\n  decide_by: 2026-04-30\n  decider: Ines Moreau, COO\n  ⟦business_case⟧: {answer: no, evidence: Saved 0.20 EUR per claim}\n  owner_accepts: {answer: yes}\n  budget: {answer: no}\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim, signed_by: ⟦Data Science team⟧}\n---\n',
        note: 'a team is no executive',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n---\n\n⟦## Business case⟧\n\nThe pilot saved EUR 5.20 per claim over 8 weeks.\n',
      },
      {
        note: 'the case stands in a section, the gate in the body',
        text: `---
type: decision-rights
status: gate
owner: Dana Whitfield, VP Claims
---

## Funding gate

- Decide by: 2026-04-30
- Decider: Ines Moreau, COO

⟦## Business case⟧

The pilot saved EUR 80,000 in three months.
`,
        raises: ['owner-not-accepted'],
      },
      {
        note: 'a body has signed in the section',
        text: `---
type: decision-rights
status: gate
owner: Dana Whitfield, VP Claims
---

## Funding gate

- Decide by: 2026-04-30
- Decider: Ines Moreau, COO

## Business case

The pilot saved EUR 80,000 in three months.

Signed by: ⟦AI Board⟧
`,
      },
      {
        note: 'a link in frontmatter, beside a section; the owner is a position',
        text: `---
type: decision-rights
status: gate
owner: VP Claims
gate:
  decide_by: 2026-04-30
  ⟦business_case⟧: {link: case.md}
---

## Business case

The pilot saved EUR 80,000 in three months.
`,
      },
    ],
    good: [
      {
        note: 'the answer at the gate says who signed',
        text: `---
type: decision-rights
status: gate
owner: Dana Whitfield, VP Claims
---

## Funding gate

Ines Moreau (COO) decides on 30 April 2026: pass or no-pass.

1. Does the pilot evidence support the business case in business terms? Yes: it saves EUR 310,000 a year; Dana Whitfield signed the case.
`,
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim, signed_by: Dana Whitfield}\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n---\n\n## Business case\n\nThe pilot saved EUR 5.20 per claim over 8 weeks. Signed by Dana Whitfield, VP Claims, on 2026-02-20.\n',
        note: 'signed in the body',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  business_case: {answer: no}\n---\n',
        note: 'a case that is missing is reported as such',
      },
      {
        note: 'a pilot',
        text: `---
type: decision-rights
gate:
  decide_by: 2026-04-30
  business_case: {evidence: "EUR 80,000 saved"}
---
`,
      },
      {
        note: 'a body and a person',
        text: `---
type: decision-rights
status: gate
gate:
  decide_by: 2026-04-30
  business_case: {evidence: "EUR 80,000 saved", signed_by: [AI Board, "Ines Moreau, COO"]}
---
`,
      },
    ],
  },
  check(reading, report) {
    const gate = gateOf(reading);
    const { exists, signedBy, section, evidence, link } = businessCaseOf(reading);
    if (!gate || !fromGateOn(reading) || !exists || gateUnreadable(reading, 'business_case', 'signed_by'))
      return;
    if (signedBy && signsAsPerson(reading, signedBy)) return;
    const inRecord = evidence?.source === 'frontmatter' || link?.source === 'frontmatter';
    const place =
      section && !inRecord
        ? sectionPlace(reading, 'business-case')
        : (gate.questions.case.place ?? gate.place);
    const group = signedBy?.mentions[0];
    report({
      span: group?.span ?? place,
      message: signedBy
        ? `The business case is signed by ${namesOf(signedBy)}, not by an executive by name. Have the owner, or the executive who pays, sign it.`
        : 'No executive has put a name on the business case. Have the owner, or the executive who pays, sign it.',
      fixes: () => {
        const sign = (person: string): TextEdit[] => {
          if (signedBy?.source === 'frontmatter')
            return setFrontmatter(reading.doc, ['gate', 'business_case', 'signed_by'], person);
          if (group) return [{ span: group.span, newText: person }];
          if (section && gate.source === 'body')
            return appendToRegion(reading.doc, section, `**Signed by:** ${person}`);
          return writeRecord(reading, gate, [
            { path: ['business_case', 'signed_by'], label: 'signed-by', value: person },
          ]);
        };
        const owner = ownerName(reading);
        const fixes: Fix[] =
          owner === undefined ? [] : [manual(`Write that ${owner}, the owner, signed the case`, sign(owner))];
        return [...fixes, manual('Insert a signature to be filled in', sign('[Name]'))];
      },
    });
  },
});

/** True for a person or a position, for the owner by that word, and where it cannot be told. */
function signsAsPerson(reading: Reading, { mentions }: GatePeople): boolean {
  return mentions.some((mention) => {
    const { kind } = mention.party;
    return (kind !== 'group' && kind !== 'function') || isOwner(reading, mention);
  });
}

import { businessCaseOf } from '../../document/business-case.ts';
import { gateOf, gateUnreadable } from '../../document/gate.ts';
import { fromGateOn } from '../../document/stage.ts';
import { sectionOf, sectionPlace } from '../places.ts';
import { defineRule } from '../rule.ts';
import { EVIDENCE_PLACE, manual, type RecordValue, writeRecord } from './shared.ts';

export const businessCaseMissing = defineRule({
  id: 'business-case-missing',
  group: 'gate',
  severity: 'error',
  severityNote: 'error at gate, silent in pilot',
  needs: 'whole',
  summary: 'There is no business case, neither as text nor as a link.',
  why:
    'The gate decides on a business case: what the company gets for the money, by the evidence of the pilot. ' +
    'Pilots fail at this point because no executive has put their name on one. ' +
    'Write the case in the document or link it, in the business’s own figures, and have it signed.',
  source: [18, 79],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  decider: Ines Moreau, COO\n  ⟦business_case⟧: {answer: no}\n  owner_accepts: {answer: no}\n  budget: {answer: no}\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\n---\n\n⟦## Funding gate⟧\n\n- Decide by: 2026-04-30\n- Decider: Ines Moreau, COO\n',
      },
      {
        note: 'its heading stands, and a signature',
        text: `---
type: decision-rights
status: gate
gate:
  decide_by: 2026-04-30
  ⟦business_case⟧: {signed_by: "Dana Whitfield, VP Claims"}
---

## Business case

## Notes
`,
      },
      {
        note: 'its heading is the place',
        text: `---
type: decision-rights
status: gate
gate:
  decide_by: 2026-04-30
---

⟦## Business case⟧

## Notes
`,
      },
      {
        note: 'a gate in the body',
        text: `---
type: decision-rights
status: gate
---

⟦## Funding gate⟧

- Decide by: 2026-04-30
- Decider: Ines Moreau, COO
`,
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  business_case: {answer: yes, evidence: Saved 5.20 EUR per claim}\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n---\n\n## Business case\n\nThe pilot saved EUR 5.20 per claim over 8 weeks.\n',
        note: 'the case is a section of the body',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\n---\n\n## Funding gate\n\nInes Moreau decides by 2026-04-30 on the [business case](cases/claims.md).\n',
        note: 'the case is a link',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n---\n',
        note: 'a pilot need not have one yet',
      },
      {
        note: 'evidence that cannot be read is reported as such',
        text: `---
type: decision-rights
status: gate
gate:
  decide_by: 2026-04-30
  business_case:
    evidence: {figure: 12}
---
`,
      },
      {
        note: 'and so is a link',
        text: `---
type: decision-rights
status: gate
gate:
  decide_by: 2026-04-30
  business_case:
    link: [[case.md]]
---
`,
      },
    ],
  },
  check(reading, report) {
    const gate = gateOf(reading);
    if (!gate || !fromGateOn(reading) || businessCaseOf(reading).exists) return;
    if (['evidence', 'link'].some((key) => gateUnreadable(reading, 'business_case', key))) return;
    const section = sectionOf(reading, 'business-case');
    report({
      span: gate.questions.case.place ?? (section ? sectionPlace(reading, 'business-case') : gate.place),
      message:
        'The document has no business case, neither as text nor as a link. Write what the pilot saved or earned, or link the case, and have an executive sign it.',
      fixes: () => {
        const values: RecordValue[] = [
          { path: ['business_case', 'evidence'], label: 'evidence', value: EVIDENCE_PLACE },
          ...(businessCaseOf(reading).signedBy
            ? []
            : [{ path: ['business_case', 'signed_by'], label: 'signed-by', value: '[Name]' } as const]),
        ];
        return [manual('Insert a business case to be filled in', writeRecord(reading, gate, values))];
      },
    });
  },
});

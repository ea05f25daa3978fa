import { gateOf, gateUnreadable } from '../../document/gate.ts';
import { ownerOf } from '../../document/owner.ts';
import type { Reading } from '../../document/reading.ts';
import { stageOf } from '../../document/stage.ts';
import { lacksStructure } from '../../document/structure.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { defineRule, type Fix } from '../rule.ts';
import {
  AMOUNT_PLACE,
  allYes,
  createGate,
  dayAhead,
  EVIDENCE_PLACE,
  manual,
  recordDecision,
} from './shared.ts';

export const productionBeforeGate = defineRule({
  id: 'production-before-gate',
  group: 'gate',
  severity: 'error',
  needs: 'whole',
  summary: 'The system is in production without a passed funding gate.',
  why:
    'A pilot may be run informally by a team; production needs formal rules that the organisation stands behind. ' +
    'What is to be added belongs at the gate, and not after problems have shown. ' +
    'A system in production without a passed gate runs on nobody’s decision: either record the pass that was given, or take the system back to the gate and decide now.',
  source: [48, 49],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: ⟦production⟧\nowner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-15}\n---\n\n# Claims triage\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: ⟦paused⟧\ngate:\n  decide_by: 2026-04-30\n  decision: pending\n  decider: Ines Moreau, COO\n  business_case: {answer: no, evidence: Saved 0.20 EUR per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: no}\n  budget: {answer: no}\n---\n',
        note: 'paused is a state of production',
      },
      {
        text: '---\ntype: decision-rights\nstatus: ⟦production⟧\n---\n\n## Funding gate\n\nInes Moreau decides on 2026-04-30.\n',
        note: 'a gate that is still to come',
      },
      {
        note: 'its gate said no',
        text: `---
type: decision-rights
status: ⟦production⟧
gate:
  decided_on: 2026-02-01
  decision: no-pass
---
`,
      },
      {
        note: 'three times yes, and nobody recorded the pass',
        text: `---
type: decision-rights
status: ⟦production⟧
owner: {name: Dana Whitfield, title: VP Claims, accepted_on: 2026-01-15}
gate:
  decide_by: 2026-04-30
  business_case: {answer: yes, evidence: "EUR 80,000 saved", signed_by: Dana Whitfield}
  owner_accepts: {answer: yes}
  budget: {answer: yes, amount: EUR 80000, approved_by: Ines Moreau, approved_on: 2026-02-01}
  readiness: readiness.md
---
`,
      },
      {
        note: 'no owner has accepted',
        text: `---
type: decision-rights
status: ⟦production⟧
owner: {name: Dana Whitfield, title: VP Claims}
---
`,
      },
      {
        note: 'nobody owns it',
        text: `---
type: decision-rights
status: ⟦production⟧
---
`,
      },
      {
        note: 'a gate among much that an agentic system lacks',
        text: `---
type: decision-rights
status: ⟦production⟧
autonomy: agentic
gate:
  decide_by: 2026-04-30
---
`,
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: production\ngate:\n  decide_by: 2025-11-03\n  decision: pass\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: production\n---\n\n## Funding gate\n\nThe pilot passed the gate on 3 November 2025; Ines Moreau, COO, decided.\n',
        note: 'the pass is told in a sentence',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n# Claims triage\n',
        note: 'a pilot',
      },
      {
        note: 'an outcome that is neither is another finding',
        text: `---
type: decision-rights
status: production
gate:
  decided_on: 2026-02-01
  decision: conditional pass
---
`,
      },
      {
        note: 'an agentic system without any structure is told by one finding',
        text: `---
type: decision-rights
status: production
autonomy: agentic
---
`,
      },
      {
        note: 'a decision that cannot be read is reported as such',
        text: `---
type: decision-rights
status: production
gate:
  decided_on: 2026-02-01
  decision: [pass]
---
`,
      },
    ],
  },
  check(reading, report) {
    const status = reading.frontmatter.node('status');
    if (!status || stageOf(reading) !== 'production' || gateUnreadable(reading, 'decision')) return;
    const gate = gateOf(reading);
    const verdict = gate?.decision?.verdict;
    // An outcome that is neither has its own finding.
    if (verdict === 'pass' || verdict === 'other') return;
    // No gate among other missing parts of an agentic system's structure is told by one finding.
    if (!gate && lacksStructure(reading)) return;
    const paused = reading.frontmatter.text('status') === 'paused';
    const what =
      gate === undefined
        ? 'without a funding gate'
        : verdict === 'no-pass'
          ? 'although its gate said no-pass'
          : 'before its gate is passed';
    report({
      span: status.span,
      message: `The system ${paused ? 'was taken into' : 'is in'} production ${what}. Record the pass that was given, or take it back to the gate and decide.`,
      fixes: () => productionFixes(reading),
    });
  },
});

function productionFixes(reading: Reading): Fix[] {
  const { doc } = reading;
  const gate = gateOf(reading);
  const back = setFrontmatter(doc, ['status'], 'gate');
  if (!gate) {
    const fixes = [
      manual('Take it back to the gate: set status to gate and create a gate record', [
        ...back,
        ...createGate(reading),
      ]),
    ];
    // A pass claims that the owner accepted; without that on record it cannot be offered.
    if (ownerOf(reading)?.accepted)
      fixes.unshift(
        manual(
          'Create the record of the gate that was passed, to be filled in',
          setFrontmatter(doc, ['gate'], passedRecord(reading)),
        ),
      );
    return fixes;
  }
  const triage = manual('Take it back to the gate: set status to gate', back);
  if (!allYes(gate)) return [triage];
  return [manual('Record that the gate was passed', recordDecision(reading, gate, 'pass')), triage];
}

function passedRecord(reading: Reading) {
  const day = dayAhead(reading);
  return {
    decide_by: day,
    decided_on: day,
    decider: '[Name]',
    decision: 'pass',
    business_case: { answer: 'yes', evidence: EVIDENCE_PLACE, signed_by: '[Name]' },
    owner_accepts: { answer: 'yes' },
    budget: { answer: 'yes', amount: AMOUNT_PLACE, approved_by: '[Name]', approved_on: day },
    readiness: '[Link to the readiness assessment]',
  };
}

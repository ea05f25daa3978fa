import { gateOf, gateUnreadable } from '../../document/gate.ts';
import { defineRule } from '../rule.ts';
import { manual, writeRecord } from './shared.ts';

export const readinessLinkMissing = defineRule({
  id: 'readiness-link-missing',
  group: 'gate',
  severity: 'info',
  needs: 'whole',
  summary: 'The gate is passed and no link leads to the readiness assessment.',
  why:
    'The funding gate settles one side of being ready for production: who owns the result and who pays. ' +
    'Security, data, operations and support are judged in the assessment that follows. ' +
    'Link it, so that whoever reads that the gate is passed finds the rest.',
  source: [85],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: production\ngate:\n  decide_by: 2025-11-03\n  decision: ⟦pass⟧\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: production\n---\n\n## Funding gate\n\n- Decision: ⟦passed⟧ on 2025-11-03\n- Decider: Ines Moreau, COO\n',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: production\ngate:\n  decide_by: 2025-11-03\n  decision: pass\n  readiness: reviews/claims-readiness.md\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: production\ngate:\n  decide_by: 2025-11-03\n  decision: pass\n---\n\n## References\n\n- [Production readiness](reviews/claims.md)\n',
        note: 'the link stands elsewhere in the document',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  decision: pending\n---\n',
        note: 'before the gate there is nothing to link yet',
      },
    ],
  },
  check(reading, report) {
    const gate = gateOf(reading);
    if (gate?.decision?.verdict !== 'pass' || gate.readiness || gateUnreadable(reading, 'readiness')) return;
    report({
      span: gate.decision.span,
      message:
        'The gate is passed, and no link leads to the readiness assessment. Link the assessment that follows the gate.',
      fixes: () => [
        manual(
          'Insert a link to the readiness assessment, to be filled in',
          writeRecord(reading, gate, [
            { path: ['readiness'], label: 'readiness', value: '[Link to the readiness assessment]' },
          ]),
        ),
      ],
    });
  },
});

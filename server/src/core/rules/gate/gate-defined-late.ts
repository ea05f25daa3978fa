import { gateOf } from '../../document/gate.ts';
import { defineRule } from '../rule.ts';
import { dateOf } from './shared.ts';

export const gateDefinedLate = defineRule({
  id: 'gate-defined-late',
  group: 'gate',
  severity: 'warning',
  needs: 'whole',
  summary: 'The funding gate was defined after the pilot had started.',
  why:
    'Whether the gate was defined before the pilot began is one of the three questions to ask when a pilot gets no money. ' +
    'A gate agreed afterwards is easily shaped around the result that is already there, and what production needs is then added after problems have shown. ' +
    'The past cannot be mended: agree on the criteria with the decider once more, and define the next pilot’s gate before it starts.',
  source: [49, 78],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\ndates:\n  pilot_started_on: 2026-02-02\ngate:\n  defined_on: ⟦2026-02-20⟧\n  decide_by: 2026-04-30\n---\n',
      },
      {
        text: '---\ntype: decision-rights\ndates:\n  pilot_started_on: 2026-02-02\n---\n\n## Funding gate\n\n- Defined on: ⟦20 February 2026⟧\n- Decide by: 2026-04-30\n',
        note: 'said in the body',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\ndates:\n  pilot_started_on: 2026-02-02\ngate:\n  defined_on: 2026-01-20\n  decide_by: 2026-04-30\n---\n',
      },
      {
        text: '---\ntype: decision-rights\ndates:\n  pilot_started_on: 2026-02-02\ngate:\n  defined_on: 2026-02-02\n  decide_by: 2026-04-30\n---\n',
        note: 'defined on the day the pilot started',
      },
      {
        text: '---\ntype: decision-rights\ndates:\n  pilot_started_on: soon\ngate:\n  defined_on: 2026-02-20\n---\n',
        note: 'no date to compare with',
      },
    ],
  },
  check(reading, report) {
    const defined = gateOf(reading)?.definedOn;
    const started = dateOf(reading, 'pilot_started_on');
    if (defined?.day === undefined || !started || defined.day <= started.day) return;
    report({
      span: defined.span,
      message: `The gate was defined on ${defined.value}, after the pilot had started on ${started.text}. Confirm its criteria with the person who decides, and define the next gate before its pilot.`,
      related: [{ span: started.span, message: 'The pilot started here.' }],
    });
  },
});

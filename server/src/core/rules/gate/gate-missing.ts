import { gateOf, gateUnreadable } from '../../document/gate.ts';
import { stageOf } from '../../document/stage.ts';
import { lacksStructure } from '../../document/structure.ts';
import { defineRule } from '../rule.ts';
import { createGate, gatelessPlace, manual } from './shared.ts';

export const gateMissing = defineRule({
  id: 'gate-missing',
  group: 'gate',
  severity: 'error',
  needs: 'whole',
  summary: 'There is no funding gate between the pilot and production.',
  why:
    'A pilot needs one formal moment at which its case is either funded for production or not: a pass or a no-pass, by one person, on a date. ' +
    'Without it the pilot is reviewed for ever, and goes live by habit or not at all. ' +
    'A pilot may be informal; what production asks on top is added at this gate, so agree on the gate while the pilot is still running. ' +
    'Write down who decides, by when, and the three questions that are answered then.',
  source: [17, 43, 47, 78],
  facts: ['nist-manage'],
  examples: {
    bad: [
      {
        text: '⟦---⟧\ntype: decision-rights\ninitiative: claims-triage\nstatus: pilot\n---\n\n# Claims triage\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\n---\n\n# Claims triage\n\n⟦## Production funding gate⟧\n\n## Risks\n\nNone known.\n',
        note: 'a heading with nothing under it',
      },
      {
        note: 'without frontmatter, under the heading that stands there',
        text: `# Claims triage

⟦## Funding gate⟧

## Notes
`,
        path: 'claims-triage.decision-rights.md',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate:\n  decide_by: 2026-04-30\n  decider: Ines Moreau, COO\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\n---\n\n## 5. Funding gate\n\nInes Moreau, COO, decides on 2026-04-30: pass or no-pass.\n',
        note: 'the gate is described in the body',
      },
      {
        text: '---\ntype: decision-rights\nstatus: production\n---\n\n# Claims triage\n',
        note: 'in production without any gate: reported as production before its gate, and not twice',
      },
      {
        text: '---\ntype: decision-rights\nstatus: pilot\ngate: soon\n---\n',
        note: 'a value that cannot be read is reported as such',
      },
    ],
  },
  check(reading, report) {
    if (
      lacksStructure(reading) ||
      gateOf(reading) ||
      gateUnreadable(reading) ||
      stageOf(reading) === 'production'
    )
      return;
    report({
      span: gatelessPlace(reading),
      message:
        'No funding gate stands between the pilot and production. Agree on one: a day, one person who decides, and pass or no-pass.',
      fixes: () => [manual('Create a gate record to be filled in', createGate(reading))],
    });
  },
});

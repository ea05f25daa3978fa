import type { Reading } from '../../document/reading.ts';
import { lacksStructure, missingStructure, type StructurePart } from '../../document/structure.ts';
import { listed } from '../../document/subjects.ts';
import { insertSection } from '../../edits/body-edits.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { renderSection } from '../../edits/section-templates.ts';
import type { TextEdit } from '../../text/edit.ts';
import { insertPath } from '../escalation/shared.ts';
import { createGate } from '../gate/shared.ts';
import { defineRule } from '../rule.ts';

export const agenticWithoutStructure = defineRule({
  id: 'agentic-without-structure',
  group: 'agentic',
  severity: 'error',
  needs: 'whole',
  summary:
    'an agentic system at the gate or beyond that lacks two or more of owner, stop authority, escalation and gate',
  why: 'For an advisory system the minimum structure is where you start. For a system that acts by itself it is a precondition: an owner, a right to stop, a path for disagreements and a funding gate stand before the system goes anywhere near production. Where several are missing at once this one finding says so, and the single ones stay silent until the structure is there.',
  source: [138],
  facts: ['eu-14-3', 'nist-manage'],
  examples: {
    bad: [
      {
        raises: [
          'gate-question-unanswered',
          'gate-not-time-boxed',
          'gate-decider-missing',
          'frontmatter-invalid',
        ],
        text: `---
type: decision-rights
initiative: refund-agent
status: gate
autonomy: ⟦agentic⟧
owner: Dana Whitfield, VP Claims Operations
stop_authority: Dana Whitfield
---

# Refund agent
`,
      },
      {
        note: 'neither owner nor stop right',
        text: `---
type: decision-rights
initiative: refund-agent
status: gate
autonomy: ⟦agentic⟧
technical_owner: Omar Haddad, CTO
escalation:
  timebox: 24h
  tie_breaker: CTO
gate:
  decide_by: 2026-04-30
---

# Refund agent
`,
      },
    ],
    good: [
      {
        note: 'in a pilot the single rules speak',
        text: `---
type: decision-rights
initiative: refund-agent
status: pilot
autonomy: agentic
---

# Refund agent
`,
      },
      {
        note: 'one part missing is that part’s own finding',
        text: `---
type: decision-rights
initiative: refund-agent
status: gate
autonomy: agentic
owner: Dana Whitfield, VP Claims Operations
stop_authority: Dana Whitfield
escalation:
  timebox: 24h
  tie_breaker: CTO
---

# Refund agent
`,
      },
    ],
  },
  check(reading, report) {
    const declared = reading.frontmatter.node('autonomy');
    if (!declared || !lacksStructure(reading)) return;
    const parts = missingStructure(reading);
    const names = listed(parts);
    report({
      span: declared.span,
      message: `The system acts by itself and is past the pilot, and the document has no ${names}. Add them before it goes further.`,
      fixes: () => [
        {
          title: `Insert ${names} for you to fill in`,
          safety: 'manual',
          edits: parts.flatMap((part) => create(reading, part)),
        },
      ],
    });
  },
});

function create(reading: Reading, part: StructurePart): readonly TextEdit[] {
  const { doc } = reading;
  switch (part) {
    case 'owner':
      return setFrontmatter(doc, ['owner'], { name: '[Name]', title: '[Title]' });
    case 'stop authority':
      return insertSection(doc, 'stop', renderSection('stop'));
    case 'escalation path':
      return insertPath(reading).edits;
    case 'funding gate':
      return createGate(reading);
  }
}

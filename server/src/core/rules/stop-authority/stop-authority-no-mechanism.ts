import { isAgentic } from '../../document/stage.ts';
import { stopAuthorityOf, stopUnreadable } from '../../document/stop-authority.ts';
import { offer } from '../offer.ts';
import { defineRule } from '../rule.ts';
import { addTerms, TERMS, termPlace } from './shared.ts';

export const stopAuthorityNoMechanism = defineRule({
  id: 'stop-authority-no-mechanism',
  group: 'stop-authority',
  severity: 'info',
  severityNote: 'info, warning if agentic',
  needs: 'whole',
  summary: 'no switch, runbook or contact by which the stop is carried out',
  why: 'The holder of the stop right is a business person and seldom the one with the console open. A switch, a rollback runbook or a contact who carries it out turns the right into something that happens. Write down which one it is, and try it once before it is needed. For high-risk systems the EU AI Act wants a stop button or its like to exist, as a duty on how the system is provided; that this document names it is our advice.',
  source: [35, 137],
  facts: ['eu-14-4', 'nist-manage'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
⟦stop_authority⟧:
  holder: Dana Whitfield
---
`,
      },
      {
        text: `---
type: decision-rights
autonomy: agentic
---

⟦## Stop authority⟧

Dana Whitfield may pause or roll back the agent.
`,
        severity: 'warning',
      },
      {
        note: 'the right stands outside a section of its own',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

# Claims triage

## Owner

⟦Dana Whitfield may pause the system or roll it back at any time.⟧
`,
      },
      {
        note: 'several holders have to be settled first',
        text: `---
type: decision-rights
⟦stop_authority⟧: [Dana Whitfield, Tom Becker]
---
`,
      },
    ],
    good: [
      {
        note: 'a value that cannot be read is reported as such',
        text: `---
type: decision-rights
stop_authority:
  holder: Dana Whitfield
  mechanism: {switch: claims-ai}
---
`,
      },
      {
        note: 'nobody may stop the system: that is the finding',
        text: `---
type: decision-rights
---

# Claims triage
`,
      },
      {
        text: `---
type: decision-rights
stop_authority:
  holder: Dana Whitfield
  mechanism: Feature flag claims-ai, runbook RB-12
---
`,
      },
      {
        note: 'a contact is enough',
        text: `---
type: decision-rights
stop_authority: Dana Whitfield
---

## Kill switch

Dana Whitfield may pause or roll back the system. She calls the platform pager.
`,
      },
    ],
  },
  check(reading, report) {
    const stop = stopAuthorityOf(reading);
    const [statement] = stop.statements;
    if (!statement || stop.mechanism || stopUnreadable(reading, 'holder', 'mechanism')) return;
    report({
      span: termPlace(reading, statement),
      ...(isAgentic(reading) ? { severity: 'warning' as const } : {}),
      message:
        'The stop right does not say how the stop is carried out. Name the switch, the runbook or the contact.',
      fixes: () =>
        offer(
          'Add the mechanism, for you to fill in',
          addTerms(reading, { mechanism: '[Switch, runbook or contact]' }, [TERMS.mechanism]),
        ),
    });
  },
});

import { emptySections } from '../../document/empty-sections.ts';
import { escalationOf } from '../../document/escalation.ts';
import { lacksStructure } from '../../document/structure.ts';
import { sectionPlace } from '../places.ts';
import { defineRule } from '../rule.ts';
import { insertPath } from './shared.ts';

export const escalationMissing = defineRule({
  id: 'escalation-missing',
  group: 'escalation',
  severity: 'error',
  needs: 'whole',
  summary: 'no word on what happens when the owner and the CTO disagree',
  why: 'Sooner or later the business owner wants what the CTO advises against, or the other way round. Without an agreed path the question goes to a meeting, and then to the next. A path takes one sentence: who the two are, how long they have, who decides when the time is over, and that the decision is written down. NIST asks for documented lines of communication; the 48 hours and the CTO as tie-breaker are good practice.',
  source: [39, 45, 96],
  facts: ['nist-govern-2', 'iso-42001-a32'],
  examples: {
    bad: [
      {
        text: `⟦---⟧
type: decision-rights
owner: Dana Whitfield, VP Claims
---

# Claims triage
`,
      },
      {
        note: 'a duration elsewhere is no path',
        text: `⟦---⟧
type: decision-rights
owner: Dana Whitfield, VP Claims
autonomy: agentic
---

# Claims triage

## Support

The vendor answers within 48 hours.
`,
      },
      {
        note: 'without an owner the path speaks of the business owner',
        text: `⟦---⟧
type: decision-rights
---

# Claims triage
`,
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

# Claims triage

## If we disagree: escalation

If Dana Whitfield and the CTO disagree for 48 hours, the CTO decides and documents it.
`,
      },
      {
        note: 'the role definition holds the path',
        text: `---
type: decision-rights
---

# Claims triage

## Owner

Dana Whitfield, VP Claims, owns cost per claim. If she and the CTO cannot agree in 48 hours, the CTO makes the call and documents it.
`,
      },
      {
        note: 'a heading with nothing under it is left to doc-section-missing',
        text: `---
type: decision-rights
---

# Claims triage

## Escalation
`,
      },
    ],
  },
  check(reading, report) {
    const path = escalationOf(reading);
    if (lacksStructure(reading) || path.said || path.invalid || emptySections(reading).has('escalation'))
      return;
    report({
      span: sectionPlace(reading, 'escalation'),
      message:
        'Nothing here says what happens when the business owner and the CTO disagree. Add who decides, and within what time.',
      fixes: () => [insertPath(reading)],
    });
  },
});

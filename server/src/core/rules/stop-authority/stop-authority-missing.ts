import { emptySections } from '../../document/empty-sections.ts';
import { errorFromGate, isAgentic } from '../../document/stage.ts';
import { saysWhoMayStop, stopAuthorityOf } from '../../document/stop-authority.ts';
import { lacksStructure } from '../../document/structure.ts';
import { asSubject, called } from '../../document/subjects.ts';
import { appendToRegion, insertSection } from '../../edits/body-edits.ts';
import { sectionPlace } from '../places.ts';
import { defineRule } from '../rule.ts';
import { soundOwner, stopSection, stopSentence, TERMS } from './shared.ts';

export const stopAuthorityMissing = defineRule({
  id: 'stop-authority-missing',
  group: 'stop-authority',
  severity: 'error',
  severityNote: 'error from the gate on and for agentic systems, warning in pilot',
  needs: 'whole',
  summary: 'no statement of who may pause the system or roll it back',
  why: 'Somebody has to be able to halt a system that does harm, and everybody has to know who that is before it happens. Where nobody is named, people look for permission while the bad outcomes go on. An Accountable in the row for halting says who answers for the decision; the stop right goes further: it may be used at once and alone, it has triggers, and the holder can be reached. Write one sentence that gives the business owner this right. The EU AI Act and NIST ask for a working way to halt and for people with the authority to use it; that the right is held by one named owner is good practice and not their wording.',
  source: [34, 35, 39, 45, 96, 129, 130, 131],
  facts: ['eu-14-4', 'eu-26-2', 'eu-26-5', 'nist-manage'],
  examples: {
    bad: [
      {
        text: `⟦---⟧
type: decision-rights
status: production
owner: Dana Whitfield, VP Claims
---

# Claims triage
`,
        severity: 'error',
      },
      {
        note: 'the section says how, and not who',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

# Claims triage

⟦## Rollback⟧

The previous version is deployed again from the release page.
`,
        severity: 'warning',
      },
      {
        note: 'a row for halting is a decision, not yet a right to stop at once',
        text: `⟦---⟧
type: decision-rights
autonomy: agentic
owner: Dana Whitfield, VP Claims
decisions:
  production-halt-rollback: {accountable: Dana Whitfield}
---

# Claims triage
`,
        severity: 'error',
      },
      {
        note: 'an owner who is a finding is not given the right',
        text: `⟦---⟧
type: decision-rights
owner: Priya Nair, CTO
---

# Claims triage
`,
        severity: 'warning',
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority: Dana Whitfield
---

# Claims triage
`,
      },
      {
        note: 'the role definition gives the right',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

# Claims triage

## Owner

Dana Whitfield, VP Claims, owns cost per claim. She may pause the system or roll it back at any time, and if she and the CTO disagree for 48 hours, the CTO decides.
`,
      },
      {
        note: 'a heading with nothing under it is left to doc-section-missing',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

# Claims triage

## Stop authority
`,
      },
    ],
  },
  check(reading, report) {
    const stop = stopAuthorityOf(reading);
    if (lacksStructure(reading) || saysWhoMayStop(stop) || emptySections(reading).has('stop')) return;
    const { doc } = reading;
    const owner = soundOwner(reading);
    const accountable = stop.haltAccountable[0]?.mention;
    const row = accountable
      ? ` The row for halting has ${called(accountable)} as Accountable, which does not say that the system may be stopped at once and alone.`
      : '';
    const who = owner ? asSubject(owner) : '[Name]';
    report({
      span: sectionPlace(reading, 'stop'),
      severity: isAgentic(reading) ? 'error' : errorFromGate(reading),
      message: `Nothing here says who may pause the system or roll it back.${row} Write one sentence that gives this right to the business owner.`,
      fixes: () => [
        {
          title: `Insert the stop authority for ${owner ? called(owner) : 'a name you fill in'}`,
          safety: 'manual',
          edits: stop.section
            ? appendToRegion(doc, stop.section, `${stopSentence(who)}\n\n${Object.values(TERMS).join('\n')}`)
            : insertSection(doc, 'stop', stopSection(who)),
        },
      ],
    });
  },
});

import { asSubject, called } from '../../document/subjects.ts';
import { defineRule } from '../rule.ts';
import { holderFaults } from './holders.ts';
import { replaceHolder } from './shared.ts';

export const stopAuthorityNotOwner = defineRule({
  id: 'stop-authority-not-owner',
  group: 'stop-authority',
  severity: 'error',
  needs: 'whole',
  summary: 'somebody other than the owner may stop the system',
  why: 'Halting a production system costs business and protects customers, so it is a business decision. It belongs to the person who answers for the result: anybody else decides over consequences that are not theirs. Give the stop right to the owner, and name others as deputy or as those who carry it out. A right held by one person must not delay a suspension that the EU AI Act makes a duty: name a deputy and how soon both can be reached.',
  source: [34, 91, 132],
  facts: ['eu-26-2', 'eu-26-5'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority:
  holder: ⟦Tom Becker, VP Sales⟧
  rights: [pause, roll-back]
---
`,
      },
      {
        note: 'frontmatter and body disagree',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority: Dana Whitfield
---

## Stop authority

⟦Tom Becker⟧ may pause the system or roll it back at any time.
`,
      },
      {
        note: 'the same holder in frontmatter and body, with a name that is no title',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority:
  holder:
    name: ⟦Oliver Cloud⟧
    title: VP Sales
---

## Stop authority

Oliver Cloud may pause the system or roll it back.
`,
      },
      {
        note: 'nobody has said the title of the holder',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Stop authority

- **Holder:** ⟦Oliver Cloud⟧
`,
      },
      {
        note: 'one holder in frontmatter, another in the body',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority: ⟦Tom Becker, VP Sales⟧
---

## Stop authority

⟦Lena Roth⟧ may pause the system or roll it back.
`,
      },
      {
        note: 'two in frontmatter, which is another finding, and a third in the body',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority: [Dana Whitfield, Tom Becker]
---

## Stop authority

⟦Lena Roth⟧ may pause the system or roll it back.
`,
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority: {holder: Dana Whitfield, executed_by: Platform on-call}
---

## Stop authority

Dana Whitfield may pause the system or roll it back; engineering executes.
`,
      },
      {
        note: 'the owner under the name of the position',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority: VP Claims
---
`,
      },
      {
        note: 'the owner chairs the body',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority: "Steering group (chair: Dana Whitfield)"
---
`,
      },
      {
        note: 'engineering as holder, or nobody yet, is another finding',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority: Priya Nair, CTO
---

## Stop authority

- **Holder:** TBD
`,
      },
      {
        note: 'who it is cannot be told',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority: whoever is in the office
---
`,
      },
      {
        note: 'an owner who is a finding cannot be given the right',
        text: `---
type: decision-rights
owner: Priya Nair, CTO
stop_authority: Tom Becker, VP Sales
---
`,
      },
      {
        note: 'a holder that cannot be read is reported as such',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority:
  holder: [[Tom Becker]]
---

## Stop authority

Tom Becker may pause the system or roll it back at any time.
`,
      },
      {
        note: 'a deputy is no second holder',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Stop authority

The business owner may pause or roll back the system. In her absence, Lena Roth may pause it.
`,
      },
    ],
  },
  check(reading, report) {
    for (const fault of holderFaults(reading)) {
      const { owner } = fault;
      if (!owner) continue;
      const name = called(owner);
      report({
        span: fault.mention.span,
        message: `${asSubject(fault.mention)} may stop the system, and the owner is ${name}. Give the stop right to the owner, who answers for the result.`,
        related: [
          { span: owner.span, message: `The owner: ${name}.` },
          ...fault.again.map(({ mention }) => ({ span: mention.span, message: 'Said here as well.' })),
        ],
        fixes: () => [
          {
            title: `Give the stop right to ${name}`,
            safety: 'manual',
            edits: [fault, ...fault.again].flatMap(({ mention }) => replaceHolder(reading, mention, name)),
          },
        ],
      });
    }
  },
});

import { ownerMention } from '../../document/owner.ts';
import { called } from '../../document/subjects.ts';
import { defineRule } from '../rule.ts';
import {
  addToPath,
  namesCto,
  namesOwner,
  pathPlace,
  pathToJudge,
  theOwner,
  theTieBreaker,
  tieBreakerName,
} from './shared.ts';

export const escalationNotOwnerVsCto = defineRule({
  id: 'escalation-not-owner-vs-cto',
  group: 'escalation',
  severity: 'warning',
  needs: 'whole',
  summary: 'an escalation path that does not name the owner and the CTO',
  why: 'The disagreement that stops an initiative is the one between the person who answers for the result and the person who answers for the technology. A path that speaks of teams and levels in general leaves open whether it is meant for them. Name both, by person or position. Where the company has no CTO, put the position that takes that part into the configuration as `tie_breaker`.',
  source: [39, 45, 96],
  facts: ['nist-govern-2'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

⟦## Escalation⟧

If the teams cannot agree within 48 hours, the COO decides and the decision is recorded.
`,
      },
      {
        note: 'in frontmatter, one of the two is missing',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
escalation:
  parties: ⟦[Tom Becker, VP Sales]⟧
  timebox: 48h
  tie_breaker: Priya Nair, CTO
---
`,
      },
      {
        note: 'in frontmatter without parties, and without an owner',
        text: `---
type: decision-rights
⟦escalation⟧: {timebox: 48h, tie_breaker: COO}
---
`,
      },
      {
        note: 'two people bear the short name',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
roles: {VP Sales: Dana Reed}
---

⟦## Escalation⟧

If Dana and the CTO disagree for 48 hours, the CTO decides and documents it.
`,
      },
    ],
    good: [
      {
        note: 'the owner by the title',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Escalation

If the VP Claims and the CTO disagree for 48 hours, the CTO decides and documents it.
`,
      },
      {
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Escalation

If the business owner and the CTO disagree for 48 hours, the CTO decides and documents it.
`,
      },
      {
        note: 'by the short name of the only one who bears it',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Escalation

If Ms Whitfield and the CTO disagree for 48 hours, the CTO decides and documents it.
`,
      },
      {
        note: 'the company leaves the decision to the COO',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
escalation: {parties: [Dana Whitfield, Omar Haddad], timebox: 48h, tie_breaker: "Ines Moreau, COO"}
---
`,
        config: 'tie_breaker: coo\n',
      },
      {
        note: 'a section in a language that is not read here',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Escalation

Jika pemilik bisnis dan CTO tidak sepakat, keputusan diambil oleh direktur utama.
`,
      },
      {
        note: 'no path at all is one finding, and not this one too',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

# Claims triage
`,
      },
      {
        note: 'a value that cannot be read is reported as such',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
escalation:
  parties: {owner: Dana Whitfield}
---
`,
      },
      {
        note: 'an owner without a name, and a CTO who is only spoken of',
        text: `---
type: decision-rights
owner: VP Claims
---

## Escalation

What the VP Claims decides can be escalated against the advice of the CIO within 48 hours.
`,
      },
      {
        note: 'without an owner there is one finding about that',
        text: `---
type: decision-rights
---

## Escalation

If the two cannot agree within 48 hours, the CTO decides.
`,
      },
    ],
  },
  check(reading, report) {
    const path = pathToJudge(reading, 'parties', 'tie_breaker');
    if (!path) return;
    const owner = ownerMention(reading);
    // Without an owner there is one finding about that, and none here.
    const missing = [
      ...(owner && !namesOwner(reading, owner) ? [`the owner (${called(owner)})`] : []),
      ...(namesCto(reading) ? [] : [theTieBreaker(reading)]),
    ];
    if (missing.length === 0) return;
    report({
      span: path.partiesNode?.span ?? pathPlace(reading),
      message: `The escalation path does not name ${missing.join(' and ')}. Say that it applies when the owner and ${theTieBreaker(reading)} disagree.`,
      fixes: () =>
        addToPath(
          reading,
          `Say that the path is for ${theOwner(reading)} and ${theTieBreaker(reading)}`,
          'parties',
          [theOwner(reading), tieBreakerName(reading)],
          `This path applies when ${theOwner(reading)}, the business owner, and ${theTieBreaker(reading)} disagree.`,
        ),
    });
  },
});

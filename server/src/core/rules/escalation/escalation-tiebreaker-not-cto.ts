import { escalationOf, unreadable } from '../../document/escalation.ts';
import { titleOf } from '../../document/mentions.ts';
import { inSentence, listed } from '../../document/subjects.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { replaceWords } from '../../edits/replace-words.ts';
import { hull } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { capital, isTieBreaker, theTieBreaker, tieBreakerName } from './shared.ts';

export const escalationTiebreakerNotCto = defineRule({
  id: 'escalation-tiebreaker-not-cto',
  group: 'escalation',
  severity: 'info',
  severityNote: 'info; warning for a group',
  needs: 'whole',
  summary: 'somebody other than the CTO, or a body, decides when the time is over',
  why: 'The source leaves the last word to the CTO: one person, at hand, who knows the system. Another executive can do as well, and then the configuration should say so once for the company (`tie_breaker`). A committee cannot: committees discuss, and the time-box would end in another meeting. This is advice about speed; no law names a tie-breaker.',
  source: [16, 46],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
escalation:
  timebox: 48h
  tie_breaker: ⟦Ines Moreau, COO⟧
---
`,
        severity: 'info',
      },
      {
        note: 'a committee',
        text: `---
type: decision-rights
---

## Escalation

If it is unresolved in 48 hours, the ⟦AI Steering Committee⟧ decides and records it.
`,
        severity: 'warning',
      },
      {
        note: 'nothing says who that is',
        text: `---
type: decision-rights
escalation: {timebox: 48h, tie_breaker: ⟦Tom Becker⟧}
---
`,
        severity: 'info',
      },
      {
        note: 'two who decide together',
        text: `---
type: decision-rights
---

## Escalation

If it is unresolved in 48 hours, ⟦Tom Becker or Ines Moreau⟧ decides.
`,
        severity: 'warning',
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
---

## Escalation

If it is unresolved in 48 hours, the CTO makes the call and documents it.
`,
      },
      {
        note: 'the company leaves it to the COO',
        text: `---
type: decision-rights
escalation: {timebox: 48h, tie_breaker: "Ines Moreau, COO"}
---
`,
        config: 'tie_breaker: COO\n',
      },
      {
        note: 'the CTO’s title stands elsewhere',
        text: `---
type: decision-rights
technical_owner: Priya Nair, CTO
escalation: {timebox: 48h, tie_breaker: Priya Nair}
---
`,
      },
      {
        note: 'whoever leads technology',
        text: `---
type: decision-rights
escalation: {timebox: 48h, tie_breaker: Head of Engineering}
---
`,
      },
      {
        note: 'a board that is chaired by the CTO',
        text: `---
type: decision-rights
escalation: {timebox: 48h, tie_breaker: "AI Board (chair: Priya Nair, CTO)"}
---
`,
      },
      {
        note: 'a name still to be filled in',
        text: `---
type: decision-rights
escalation: {timebox: 48h, tie_breaker: TBD}
---
`,
      },
      {
        note: 'a value that cannot be read is reported as such',
        text: `---
type: decision-rights
escalation: {timebox: 48h, tie_breaker: [[COO]]}
---
`,
      },
    ],
  },
  check(reading, report) {
    const path = escalationOf(reading);
    if (unreadable(reading, 'tie_breaker')) return;
    const deciders = path.tieBreakers.filter(
      ({ party }) => party.kind !== 'placeholder' && party.kind !== 'nobody',
    );
    const [first, ...others] = deciders;
    if (!first) return;
    const { party } = first;
    const body = others.length > 0 || (party.kind === 'group' && !party.chair);
    if (!body && isTieBreaker(reading, party.chair ? { ...first, party: party.chair } : first)) return;
    const names = capital(listed(deciders.map(inSentence)));
    const who = theTieBreaker(reading);
    const untitled = party.kind === 'person' && titleOf(reading, party) === undefined;
    const message = body
      ? `${names} would have to meet to decide when the time is over. Leave the last word to one person, ${who}.`
      : untitled
        ? `${names} decides when the time is over, and nothing here says whether that is ${who}. Give the title, or leave the decision to ${who}.`
        : `${names} decides when the time is over, and not ${who}. Leave it to ${who}, or set this position as tie_breaker in the configuration.`;
    const span = hull(first.span, ...others.map((mention) => mention.span));
    report({
      span,
      ...(body ? { severity: 'warning' as const } : {}),
      message,
      fixes: () => [
        {
          title: `Leave the last word to ${who}`,
          safety: 'manual',
          edits:
            first.source === 'frontmatter'
              ? setFrontmatter(reading.doc, ['escalation', 'tie_breaker'], tieBreakerName(reading))
              : [replaceWords(reading.doc, span, who)],
        },
      ],
    });
  },
});

import { deferredDecisions } from '../../document/deferred.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { addDays, dayOf, formatDay } from '../../text/dates.ts';
import { defineRule } from '../rule.ts';

export const docDecisionDeferred = defineRule({
  id: 'doc-decision-deferred',
  group: 'document',
  severity: 'warning',
  needs: 'whole',
  summary: 'a decision is deferred, pending or under review without a date',
  why: 'A decision without a date is a decision nobody has to make. Pilots seldom end with a no; they end because the answer is put off, again and again, until the people have moved on. Write the day by which it is decided: in the gate’s `decide_by`, or beside the status.',
  source: [14, 47, 109],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n**Decision status:** ⟦deferred⟧\n',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\nThe go-live decision is currently ⟦under review⟧ by Finance.\n',
      },
      {
        path: 'claims-triage.decision-rights.md',
        text: '# Claims triage\n\n**Decision status:** ⟦deferred⟧\n',
        note: 'without frontmatter there is no place for the date',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n**Decision status:** deferred to 2026-04-30\n',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n## Escalation\n\nWhile a decision is pending, the system stays paused. The decision is pending for 48 hours at most.\n',
        note: 'what happens while a disagreement runs',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\ngate:\n  decide_by: 2026-04-30\n---\n\n# Claims triage\n\nDecision status: pending\n',
        note: 'the gate has its date',
      },
    ],
  },
  check(reading, report) {
    for (const { text, span } of deferredDecisions(reading)) {
      report({
        span,
        message: `A decision is "${text}" and no date says until when. Write the day by which it is made.`,
        fixes: () => {
          if (reading.frontmatter.has('gate', 'decide_by') || !reading.frontmatter.present) return [];
          const day = formatDay(addDays(dayOf(reading.settings.now), 14));
          return [
            {
              title: `Set decide_by to ${day}, two weeks from today`,
              safety: 'manual',
              edits: setFrontmatter(reading.doc, ['gate', 'decide_by'], day),
            },
          ];
        },
      });
    }
  },
});

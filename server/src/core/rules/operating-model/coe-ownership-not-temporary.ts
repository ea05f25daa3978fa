import { isCrossFunctional } from '../../document/operating-model.ts';
import { ownerOf } from '../../document/owner.ts';
import { isCoeParty } from '../../document/seniority.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { addDays, dayOf, formatDay } from '../../text/dates.ts';
import { defineRule } from '../rule.ts';

/** A quarter: long enough to find an executive, short enough to stay temporary. */
const PROPOSED_DAYS = 90;

export const coeOwnershipNotTemporary = defineRule({
  id: 'coe-ownership-not-temporary',
  group: 'operating-model',
  severity: 'error',
  needs: 'whole',
  summary: 'a cross-functional case that the Centre of Excellence owns, with no date of handoff',
  why: 'A use case that truly crosses functions may start with the Centre of Excellence as its owner, for a time. After that a cross-functional group with one named executive takes over. Without a date the loan becomes permanent, and the centre is left owning results it cannot bring about.',
  source: [61],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: knowledge-assistant
owner: ⟦AI Centre of Excellence⟧
operating_model:
  type: hybrid
  cross_functional: true
  named_executive: Dana Whitfield
---

# Knowledge assistant
`,
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
initiative: knowledge-assistant
owner: AI Centre of Excellence
operating_model:
  type: hybrid
  cross_functional: true
  handoff_on: 2026-09-01
  named_executive: Dana Whitfield
---

# Knowledge assistant
`,
      },
      {
        note: 'no owner at all is another finding',
        text: `---
type: decision-rights
initiative: knowledge-assistant
operating_model:
  type: hybrid
  cross_functional: true
---

# Knowledge assistant
`,
      },
      {
        note: 'owned by a person of the business',
        text: `---
type: decision-rights
initiative: knowledge-assistant
owner: Dana Whitfield, VP Claims Operations
operating_model:
  type: hybrid
  cross_functional: true
---

# Knowledge assistant
`,
      },
    ],
  },
  check(reading, report) {
    const { doc, frontmatter, settings } = reading;
    if (!isCrossFunctional(reading) || frontmatter.has('operating_model', 'handoff_on')) return;
    const owner = ownerOf(reading);
    const mention = owner?.mentions.find(({ party }) => isCoeParty(reading, party, owner.unit?.value));
    if (!mention) return;
    const day = formatDay(addDays(dayOf(settings.now), PROPOSED_DAYS));
    report({
      span: mention.span,
      message: `${mention.party.text} owns a cross-functional case, and no date says when it hands over. Set operating_model.handoff_on, and name the executive who takes over.`,
      fixes: () => [
        {
          title: `Set the handoff to ${day}`,
          safety: 'manual',
          edits: setFrontmatter(doc, ['operating_model', 'handoff_on'], day),
        },
      ],
    });
  },
});

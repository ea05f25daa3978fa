import { gateDue, gateOf } from '../../document/gate.ts';
import { type OwnerReading, ownerOf } from '../../document/owner.ts';
import type { Reading } from '../../document/reading.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { at } from '../../text/span.ts';
import { offer } from '../offer.ts';
import { defineRule } from '../rule.ts';
import { dayAhead } from './shared.ts';

export const gateOwnerNotAccepted = defineRule({
  id: 'gate-owner-not-accepted',
  group: 'gate',
  severity: 'error',
  needs: 'whole',
  summary: 'The gate says that the owner accepts, and no acceptance is recorded.',
  why:
    'The second question of the gate is whether a named business owner formally accepts accountability for the result. ' +
    'A yes written by somebody else is not an acceptance: when the result disappoints, nobody remembers having said it. ' +
    'Record the day on which the owner said yes, and where that can be read.',
  source: [110],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner:\n  name: Dana Whitfield\n  title: VP Claims\ngate:\n  decide_by: 2026-04-30\n  decider: Ines Moreau, COO\n  business_case: {answer: no, evidence: Saved 0.20 EUR per claim, signed_by: Dana Whitfield}\n  owner_accepts: {answer: ⟦yes⟧}\n  budget: {answer: no}\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner: Dana Whitfield, VP Claims\n---\n\n## Funding gate\n\n- Decide by: 2026-04-30\n- Decider: Ines Moreau, COO\n- Owner accepts: ⟦Yes⟧\n- Business case in business terms: no\n- Budget approved: no\n',
      },
      {
        note: 'the owner stands in the body',
        text: '---\ntype: decision-rights\nstatus: gate\n---\n\n## Owner\n\n- Owner: Dana Whitfield, VP Claims\n\n## Funding gate\n\n- Decide by: 2026-04-30\n- Decider: Ines Moreau, COO\n- Owner accepts: ⟦Yes⟧\n- Business case in business terms: no\n- Budget approved: no\n',
      },
      {
        note: 'the owner stands in the body, the answer does not',
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  owner_accepts: {answer: ⟦yes⟧}\n---\n\n## Owner\n\n- Owner: Dana Whitfield, VP Claims\n',
      },
      {
        note: 'the owner stands in the body, the gate in frontmatter: both have to be edited by hand',
        text: `---
type: decision-rights
status: gate
gate:
  decide_by: 2026-04-30
  owner_accepts: {answer: ⟦yes⟧}
---

## Owner

**Owner:** Dana Whitfield, VP Claims
`,
      },
      {
        note: 'an owner by position',
        text: `---
type: decision-rights
status: gate
owner: VP Claims
gate:
  decide_by: 2026-04-30
  owner_accepts: {answer: ⟦yes⟧}
---
`,
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner:\n  name: Dana Whitfield\n  title: VP Claims\n  accepted_on: 2026-01-15\ngate:\n  decide_by: 2026-04-30\n  owner_accepts: {answer: yes}\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner: Dana Whitfield, VP Claims\n---\n\n## Funding gate\n\n- Is there a named business owner formally accepting accountability? Yes, Dana Whitfield, 15 January 2026\n',
        note: 'the day stands with the answer',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\ngate:\n  decide_by: 2026-04-30\n  owner_accepts: {answer: yes}\n---\n',
        note: 'without an owner the missing owner is the finding',
      },
      {
        note: 'a pilot',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
gate:
  decide_by: 2026-04-30
  owner_accepts: {answer: yes}
---
`,
      },
      {
        note: 'a body as owner is another finding',
        text: `---
type: decision-rights
status: gate
owner: AI Board
gate:
  decide_by: 2026-04-30
  owner_accepts: {answer: yes}
---
`,
      },
      {
        note: 'no owner is another finding',
        text: `---
type: decision-rights
status: gate
gate:
  decide_by: 2026-04-30
  owner_accepts: {answer: yes}
---
`,
      },
    ],
  },
  check(reading, report) {
    const gate = gateOf(reading);
    const owner = ownerOf(reading);
    if (!gate || !owner || !gateDue(reading)) return;
    const { answer } = gate.questions.owner;
    const holder = owner.mentions.find(({ party }) => party.kind === 'person' || party.kind === 'position');
    if (answer?.value !== true || !holder) return;
    if (owner.accepted || gate.accepted || reading.frontmatter.invalid('owner', 'accepted_on')) return;
    const name = holder.party.name ?? holder.party.text;
    report({
      span: answer.span,
      message: `The gate says yes to the owner’s acceptance, and the document does not record that ${name} accepted. Add the day on which ${name} accepted accountability.`,
      related: [{ span: holder.span, message: 'The owner stands here.' }],
      fixes: () => {
        const day = dayAhead(reading);
        return offer(
          `Record that ${name} accepted on ${day}`,
          accept(reading, owner, answer.span, answer.source !== 'frontmatter', day),
        );
      },
    });
  },
});

function accept(reading: Reading, owner: OwnerReading, answer: Span, body: boolean, day: string): TextEdit[] {
  if (owner.source === 'frontmatter' && owner.from === 'owner')
    return setFrontmatter(reading.doc, ['owner', 'accepted_on'], day);
  return body ? [{ span: at(answer.end), newText: `, accepted on ${day}` }] : [];
}

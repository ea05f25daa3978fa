import { isAboutDecisions } from '../../document/about-decisions.ts';
import type { Mention } from '../../document/mention.ts';
import type { Reading } from '../../document/reading.ts';
import { type StopStatement, stopAuthorityOf, stopUnreadable } from '../../document/stop-authority.ts';
import { asSubject, inSentence, isOwner, listed } from '../../document/subjects.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import type { TextEdit } from '../../text/edit.ts';
import { hull } from '../../text/span.ts';
import { offer } from '../offer.ts';
import { defineRule, type Fix } from '../rule.ts';
import { soundOwner, stopSentence } from './shared.ts';

export const stopAuthorityNotExplicit = defineRule({
  id: 'stop-authority-not-explicit',
  group: 'stop-authority',
  severity: 'error',
  needs: 'said',
  summary: 'a stop statement that names no right, or makes it a request',
  why: 'A right to stop works only when its words leave nothing to ask: the holder may pause the system or roll it back. Somebody who may recommend a pause, or needs a consultation or an approval first, has a right to ask and not a right to stop. Consulting others is fine before and after; it may not stand between the holder and the switch. Write that the holder may pause the system or roll it back, and take the conditions out of that sentence. A duty to suspend, such as the EU AI Act can bring for high-risk systems, cannot wait for a consultation either.',
  source: [35, 130],
  facts: ['eu-14-4', 'eu-26-5', 'nist-manage'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Stop authority

Dana Whitfield ⟦may recommend⟧ pausing the system to the risk committee.
`,
      },
      {
        note: 'the right is tied to a consultation',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Stop authority

If complaints double, Dana Whitfield may pause or roll back the system ⟦in consultation with⟧ Legal.
`,
      },
      {
        note: 'no word for what the holder may do',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Kill switch

⟦Dana Whitfield oversees the system in production.⟧
`,
      },
      {
        note: 'in frontmatter',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority:
  holder: Dana Whitfield, ⟦subject to approval by⟧ the board
---
`,
      },
      {
        note: 'in one value',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\nstop_authority: Dana Whitfield, ⟦subject to approval by⟧ the board\n---\n',
      },
      {
        note: 'two holders',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Stop authority\n\nDana Whitfield and Tom Reed may pause or roll back the system ⟦in consultation with⟧ Legal.\n',
      },
      {
        note: 'a position, with what triggers the stop in front',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Stop authority\n\nIf complaints double, the VP Claims may pause or roll back the system ⟦in consultation with⟧ Legal.\n',
      },
      {
        note: 'no right in the list of rights',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\nstop_authority:\n  holder: Dana Whitfield\n  rights: ⟦[]⟧\n---\n',
      },
      {
        note: 'two holders in one value',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\nstop_authority:\n  holder: Dana Whitfield and Tom Reed, ⟦subject to approval by⟧ the board\n---\n',
      },
      {
        note: 'behind a label',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Stop authority\n\n- **Holder:** Dana Whitfield, ⟦subject to approval by⟧ the board\n',
      },
      {
        note: 'whoever may only ask holds nothing: the right goes to the owner',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Stop authority\n\nTom Reed ⟦may request⟧ a pause of the system from the platform team.\n',
      },
      {
        note: 'the owner is one of those who may ask',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Stop authority\n\nDana Whitfield and Tom Reed ⟦may request⟧ a pause of the system from the platform team.\n',
      },
      {
        note: 'no owner to whom it could go',
        text: '---\ntype: decision-rights\n---\n\n## Stop authority\n\nTom Reed ⟦may request⟧ a pause of the system from the platform team.\n',
      },
      {
        note: 'with what triggers the stop behind, in items that are no sentences',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Stop authority\n\n- Dana Whitfield may pause or roll back the system ⟦in consultation with⟧ Legal when complaints double\n',
      },
      {
        note: 'the condition is the weak part',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Stop authority\n\nDana Whitfield may pause or roll back the system ⟦once the board agrees⟧.\n',
      },
      {
        note: 'the owner, by that word, may only ask',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Stop authority

The business owner ⟦may request⟧ a pause of the system from the platform team.
`,
      },
      {
        note: 'a position',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Stop authority

The VP Claims may pause or roll back the system ⟦in consultation with⟧ Legal.
`,
      },
      {
        note: 'somebody else has to agree',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Stop authority\n\nDana Whitfield may pause or roll back the system, ⟦provided that Legal agrees⟧.\n',
      },
    ],
    good: [
      {
        note: 'whose decision it is; what is said of reaching her is no statement of the right',
        text: "---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Stop authority\n\nAny pause or rollback is Dana Whitfield's call, whether or not Legal agrees. She can be reached within 2 h.\n",
      },
      {
        note: 'a README says nothing about decision rights',
        path: 'README.md',
        named: true,
        text: '# Claims\n\n## Rollback\n\nDana Whitfield may request a rollback of the system.\n',
      },
      {
        note: 'a holder or rights that cannot be read are reported as such',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\nstop_authority:\n  holder: [[Dana Whitfield]]\n---\n\n## Stop authority\n\nDana Whitfield may request a pause of the system.\n',
      },
      {
        note: 'said in one place is said',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\nstop_authority: Dana Whitfield\n---\n\n## Kill switch\n\nDana Whitfield oversees the system in production.\n',
      },
      {
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Stop authority

Dana Whitfield may pause the system or roll it back at any time, without prior approval.
`,
      },
      {
        note: 'hedges outside the stop sentence are not read',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Stop authority

Dana Whitfield may pause or roll back the system. Anyone may request a stop, and starting again needs the approval of the COO.

## Escalation

Either party may escalate in consultation with Legal.
`,
      },
    ],
  },
  check(reading, report) {
    const stop = stopAuthorityOf(reading);
    if (!isAboutDecisions(reading) || stop.invalid) return;
    for (const statement of stop.statements) {
      const first = statement.hedges[0];
      if (!first) continue;
      const words = statement.hedges.map(({ value }) => `“${value.replace(/\s+/g, ' ')}”`).join(' and ');
      report({
        span: first.span,
        message: `The right to stop is weakened by ${words}. Say that the holder may pause the system or roll it back, without a condition.`,
        fixes: () => rewritten(reading, statement),
      });
    }
    const [statement] = stop.statements;
    if (
      !statement ||
      stop.statements.some((one) => one.named || one.rights.length > 0 || one.hedges.length > 0) ||
      stopUnreadable(reading, 'rights')
    )
      return;
    const rights = reading.frontmatter.node('stop_authority', 'rights');
    report({
      span: rights?.span ?? statement.span,
      message: `The statement about ${listed(statement.holders.map(inSentence))} does not say that the system may be paused or rolled back. Name the right in plain words.`,
      fixes: () => rewritten(reading, statement),
    });
  },
});

/** The statement again, as a right: who holds it and what triggers it stay. */
function rewritten(reading: Reading, statement: StopStatement): Fix[] {
  const holders = holdersToBe(reading, statement);
  const who = listed(holders.map(inSentence));
  return offer(
    `Say that ${who} may pause the system or roll it back, without a condition`,
    rewrite(reading, statement, holders),
  );
}

/** Whoever may only ask holds nothing yet: then the right is written for the owner. */
function holdersToBe(reading: Reading, { asks, holders }: StopStatement): readonly Mention[] {
  if (!asks) return holders;
  const owner = holders.find((mention) => isOwner(reading, mention)) ?? soundOwner(reading);
  return owner ? [owner] : holders;
}

function rewrite(reading: Reading, statement: StopStatement, holders: readonly Mention[]): TextEdit[] {
  const { doc } = reading;
  const [first, ...others] = holders;
  if (!first) return [];
  const names = hull(first.span, ...others.map(({ span }) => span));
  if (statement.source === 'frontmatter' && statement.hedges.length === 0)
    return setFrontmatter(doc, ['stop_authority', 'rights'], ['pause', 'roll-back']);
  const { prose } = statement;
  if (!prose) return [];
  const all = others.length > 0 ? doc.text.slice(names.start, names.end) : undefined;
  if (statement.source !== 'prose') return [{ span: prose.span, newText: all ?? first.party.text }];
  const who = all ?? asSubject(first);
  // What triggers the stop stays: a clause in front of the holder, or one behind.
  const opening =
    /^(?:if|when|whenever|once|in case|in the event|where|should)\b[^,]*,\s*/i.exec(prose.text)?.[0] ?? '';
  const tail = /\s(?:if|when|whenever|once)\s[^,;.]{4,160}(?=[.;]?\s*$)/i.exec(prose.text);
  const kept =
    tail && !statement.hedges.some(({ span }) => span.end > prose.at(tail.index, tail.index + 1).start);
  const text = stopSentence(opening === '' ? who : who.replace(/^The /, 'the '), kept ? tail[0] : undefined);
  const { start } = prose.at(opening.length, opening.length + 1);
  // A clause of a longer sentence keeps the sentence's own full stop.
  const whole = /[.!?]$/.test(prose.text);
  return [{ span: { start, end: prose.span.end }, newText: whole ? text : text.slice(0, -1) }];
}

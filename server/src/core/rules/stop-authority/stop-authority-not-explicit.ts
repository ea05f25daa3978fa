import { isAboutDecisions } from '../../document/about-decisions.ts';
import type { Mention } from '../../document/mention.ts';
import type { Reading } from '../../document/reading.ts';
import { type StopStatement, stopAuthorityOf, stopUnreadable } from '../../document/stop-authority.ts';
import { asSubject, inSentence, isOwner, listed } from '../../document/subjects.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import type { TextEdit } from '../../text/edit.ts';
import { hull } from '../../text/span.ts';
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
    ],
    good: [
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
    if (!isAboutDecisions(reading)) return;
    if (stop.invalid) return;
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
      stop.statements.some((one) => one.named || one.rights.length > 0 || one.hedges.length > 0)
    )
      return;
    if (stopUnreadable(reading, 'rights')) return;
    const rights = stop.entry ? reading.frontmatter.node('stop_authority', 'rights') : undefined;
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
  const edits = rewrite(reading, statement, holders);
  const who = listed(holders.map(inSentence));
  return edits.length === 0
    ? []
    : [
        {
          title: `Say that ${who} may pause the system or roll it back, without a condition`,
          safety: 'manual',
          edits,
        },
      ];
}

/** Whoever may only ask holds nothing yet: then the right is written for the owner. */
function holdersToBe(reading: Reading, { asks, holders }: StopStatement): readonly Mention[] {
  const owner = asks ? soundOwner(reading) : undefined;
  return owner && !holders.some((mention) => isOwner(reading, mention)) ? [owner] : holders;
}

function rewrite(reading: Reading, statement: StopStatement, holders: readonly Mention[]): TextEdit[] {
  const { doc } = reading;
  const [first, ...others] = holders;
  if (!first) return [];
  const names = hull(first.span, ...others.map(({ span }) => span));
  if (statement.source === 'frontmatter') {
    const map = reading.frontmatter.node('stop_authority')?.kind === 'map';
    if (statement.hedges.length === 0)
      return setFrontmatter(doc, ['stop_authority', 'rights'], ['pause', 'roll-back']);
    const path = map ? ['stop_authority', 'holder'] : ['stop_authority'];
    return setFrontmatter(
      doc,
      path,
      others.length > 0 ? doc.text.slice(names.start, names.end) : first.party.text,
    );
  }
  const { prose } = statement;
  if (!prose) return [];
  const who = others.length > 0 ? doc.text.slice(names.start, names.end) : asSubject(first);
  if (statement.source !== 'prose') return [{ span: prose.span, newText: who }];
  // What triggers the stop stays: a clause in front of the holder, or one behind.
  const opening =
    /^(?:if|when|whenever|once|in case|in the event|where|should)\b[^,]*,\s*/i.exec(prose.text)?.[0] ?? '';
  const tail = /\s(?:if|when|whenever|once)\s[^,;.]{4,160}(?=[.;]?\s*$)/i.exec(prose.text);
  const kept =
    tail && !statement.hedges.some(({ span }) => span.end > prose.at(tail.index, tail.index + 1).start);
  const text = stopSentence(opening === '' ? who : who.replace(/^The /, 'the '), kept ? tail[0] : undefined);
  const start = opening === '' ? prose.span.start : prose.at(opening.length, opening.length + 1).start;
  // A clause of a longer sentence keeps the sentence's own full stop.
  const whole = /[.!?]$/.test(prose.text);
  return [{ span: { start, end: prose.span.end }, newText: whole ? text : text.slice(0, -1) }];
}

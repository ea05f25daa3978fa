import type { Reading } from '../../document/reading.ts';
import { stopAuthorityOf } from '../../document/stop-authority.ts';
import { asSubject, called, inSentence } from '../../document/subjects.ts';
import type { TextEdit } from '../../text/edit.ts';
import { offer } from '../offer.ts';
import { defineRule } from '../rule.ts';
import { type HolderFault, holderFaults } from './holders.ts';
import { replaceHolder, rewriteHolder, sayBeside, soundOwner } from './shared.ts';

export const stopAuthorityEngineering = defineRule({
  id: 'stop-authority-engineering',
  group: 'stop-authority',
  severity: 'error',
  needs: 'whole',
  summary: 'engineering, operations or a vendor decides whether the system is stopped',
  why: 'The CTO, the engineers on call or a vendor know how to stop the system. Whether it should stop is another question: it weighs harm, customers and revenue, and is not theirs to answer. Split the two: the business owner holds the right, engineering executes and can be reached at all hours. Automatic switches and on-call runbooks stay as they are, as a way of carrying out a decision the owner has made beforehand in the triggers.',
  source: [36, 37, 132],
  facts: ['eu-14-4', 'eu-26-2'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority:
  holder: ⟦Priya Nair, CTO⟧
---
`,
      },
      {
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Stop authority

The ⟦SRE on call⟧ may pause or roll back the system at any time.
`,
      },
      {
        note: 'a vendor',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority: The ⟦vendor⟧
---
`,
      },
      {
        note: 'said in frontmatter and in the body; who carries it out is said already',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority:
  holder: ⟦Priya Nair⟧
  executed_by: SRE on call
---

## Technology

Priya Nair (CTO) built the pilot.

## Stop authority

- **Holder:** Priya Nair
`,
      },
      {
        note: 'in a line with a label',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Stop authority

Holder: ⟦Priya Nair, CTO⟧
`,
      },
      {
        note: 'one fault in frontmatter, another in the body; nobody owns the result',
        text: `---
type: decision-rights
stop_authority: ⟦Priya Nair, CTO⟧
---

## Stop authority

The AI Risk Committee may pause or roll back the system at any time.
`,
      },
    ],
    good: [
      {
        note: 'two holders are another finding',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority: [Dana Whitfield, "Priya Nair, CTO"]
---
`,
      },
      {
        note: 'the CTO executes',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority: {holder: Dana Whitfield, executed_by: Priya Nair (CTO)}
---
`,
      },
      {
        note: 'engineers act on the owner’s instruction',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
---

## Stop authority

Dana Whitfield may pause or roll back the system. The on-call engineer can disable it on her instruction within 15 minutes.
`,
      },
    ],
  },
  check(reading, report) {
    const owner = soundOwner(reading);
    const executed = stopAuthorityOf(reading).executedBy.length > 0;
    for (const fault of holderFaults(reading)) {
      if (fault.fault !== 'engineering') continue;
      const who = called(fault.mention);
      const role = executed ? '' : `, ${inSentence(fault.mention)} carries it out`;
      report({
        span: fault.mention.span,
        message: `${asSubject(fault.mention)} decides whether the system is stopped. Let the business owner hold the right, and engineering carry it out.`,
        related: fault.again.map(({ mention }) => ({ span: mention.span, message: 'Said here as well.' })),
        fixes: () =>
          owner
            ? offer(
                `${called(owner)} holds the right${role}`,
                [fault, ...fault.again].flatMap((place) => handOver(reading, place, called(owner), who)),
              )
            : [],
      });
    }
  },
});

function handOver(
  reading: Reading,
  { mention, statement }: Pick<HolderFault, 'mention' | 'statement'>,
  owner: string,
  executor: string,
): TextEdit[] {
  if (mention.source === 'frontmatter') return rewriteHolder(reading, owner, { executed_by: executor });
  const edits = replaceHolder(reading, mention, owner);
  if (stopAuthorityOf(reading).executedBy.length > 0) return edits;
  const sentence = `It is carried out by ${inSentence(mention)}.`;
  return [...edits, ...sayBeside(reading, statement, 'Executed by', executor, sentence)];
}

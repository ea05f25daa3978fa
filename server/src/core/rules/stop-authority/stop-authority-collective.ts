import { isAboutDecisions } from '../../document/about-decisions.ts';
import type { Mention } from '../../document/mention.ts';
import type { Reading } from '../../document/reading.ts';
import { type StopStatement, stopAuthorityOf } from '../../document/stop-authority.ts';
import { asSubject, called, inSentence, isOwner, listed } from '../../document/subjects.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { replaceWords } from '../../edits/replace-words.ts';
import type { TextEdit } from '../../text/edit.ts';
import { hull } from '../../text/span.ts';
import { offer } from '../offer.ts';
import { defineRule, type Fix } from '../rule.ts';
import { chairOf, type HolderFault, holderFaults, isEngineering } from './holders.ts';
import { replaceHolder, rewriteHolder, sayBeside, soundOwner } from './shared.ts';

export const stopAuthorityCollective = defineRule({
  id: 'stop-authority-collective',
  group: 'stop-authority',
  severity: 'error',
  needs: 'said',
  summary: 'two people or a body hold the right to stop',
  why: 'When two people hold the right, each waits for the other, and a committee has to meet before anything is halted. One person holds the right; a second is the deputy, for the time in which the first cannot be reached. That keeps the stop quick without making it shared. It also matters by law: a suspension that the EU AI Act makes a duty must not wait until one particular person is back, hence a named deputy and a word on what the system does in the meantime.',
  source: [32, 33, 132],
  facts: ['eu-26-5', 'nist-manage'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
stop_authority: [Dana Whitfield, ⟦Tom Becker⟧]
---
`,
      },
      {
        text: `---
type: decision-rights
---

## Stop authority

Dana Whitfield or ⟦Tom Becker⟧ may pause or roll back the system.
`,
      },
      {
        note: 'together with another',
        text: '---\ntype: decision-rights\n---\n\n## Stop authority\n\nDana Whitfield together with ⟦Tom Becker⟧ may pause or roll back the system.\n',
      },
      {
        note: 'a body',
        text: `---
type: decision-rights
owner: Dana Whitfield, VP Claims
stop_authority:
  holder: ⟦AI Risk Committee⟧
---
`,
      },
      {
        note: 'two sentences, two holders',
        text: `---
type: decision-rights
---

## Stop authority

Dana Whitfield may roll back the system. ⟦Tom Becker⟧ may pause it as well.
`,
      },
      {
        note: 'the owner is the second',
        text: '---\ntype: decision-rights\nowner: Tom Becker, VP Claims\n---\n\n## Stop authority\n\nDana Whitfield or ⟦Tom Becker⟧ may pause or roll back the system.\n',
        raises: ['stop-authority-not-owner'],
      },
      {
        note: 'there is a deputy already',
        text: '---\ntype: decision-rights\nowner: Tom Becker, VP Claims\n---\n\n## Stop authority\n\nDana Whitfield or ⟦Tom Becker⟧ may pause or roll back the system. The deputy is Lena Roth.\n',
        raises: ['stop-authority-not-owner'],
      },
      {
        note: 'in a line with a label',
        text: '---\ntype: decision-rights\nowner: Tom Becker, VP Claims\n---\n\n## Stop authority\n\n- **Holder:** Dana Whitfield and ⟦Tom Becker⟧\n- **Rights:** pause, roll back\n',
        raises: ['stop-authority-not-owner'],
      },
      {
        note: 'three people',
        text: '---\ntype: decision-rights\nowner: Tom Becker, VP Claims\n---\n\n## Stop authority\n\nDana Whitfield, ⟦Tom Becker⟧ or Lena Roth may pause or roll back the system.\n',
        raises: ['stop-authority-not-owner'],
      },
      {
        note: 'people beside functions: these can be no deputy',
        text: '---\ntype: decision-rights\nowner: Tom Becker, VP Claims\n---\n\n## Stop authority\n\nHolder: Tom Becker; ⟦Legal⟧\n',
      },
      {
        note: 'with a deputy in frontmatter',
        text: '---\ntype: decision-rights\nowner: Tom Becker, VP Claims\nstop_authority:\n  holder: [Tom Becker, ⟦Dana Whitfield⟧]\n  deputy: Lena Roth\n---\n',
        raises: ['stop-authority-not-owner'],
      },
      {
        note: 'in frontmatter and in the body, there in two sentences',
        text: '---\ntype: decision-rights\nowner: Tom Becker, VP Claims\nstop_authority: [Tom Becker, ⟦Dana Whitfield⟧]\n---\n\n## Stop authority\n\nTom Becker may roll back the system. Dana Whitfield may pause it as well.\n',
        raises: ['stop-authority-not-owner'],
      },
      {
        note: 'under headings',
        text: '---\ntype: decision-rights\nowner: Tom Becker, VP Claims\n---\n\n## Stop authority\n\n### Holder\n\nTom Becker and ⟦Dana Whitfield⟧\n',
        raises: ['stop-authority-not-owner'],
      },
      {
        note: 'in items that are no sentences',
        text: '---\ntype: decision-rights\nowner: Tom Becker, VP Claims\n---\n\n## Stop authority\n\n- Tom Becker or ⟦Dana Whitfield⟧ may pause or roll back the system\n- Each stop is announced\n',
        raises: ['stop-authority-not-owner'],
      },
      {
        note: 'in a table',
        text: '---\ntype: decision-rights\nowner: Tom Becker, VP Claims\n---\n\n## Stop authority\n\n| Term | Value |\n| --- | --- |\n| Holder | Tom Becker and ⟦Dana Whitfield⟧ |\n',
        raises: ['stop-authority-not-owner'],
      },
      {
        note: 'a team on call is a team; the people register knows who leads it',
        text: '---\ntype: decision-rights\nstop_authority: ⟦Claims on-call team⟧\n---\n\n## Stop authority\n\nThe Claims on-call team may pause the system. The Claims on-call team may roll it back.\n',
        people:
          'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims}\nbodies:\n  - {name: Claims on-call team, chair: dana}\n',
      },
      {
        note: 'a body, and nobody known who could hold the right in its place',
        text: '---\ntype: decision-rights\nstop_authority: ⟦AI Centre of Excellence⟧\n---\n',
      },
      {
        note: 'an owner who is one of the body',
        text: '---\ntype: decision-rights\nowner: Tom Becker, VP Claims\n---\n\n## Stop authority\n\nThe ⟦AI Risk Committee⟧ may pause or roll back the system.\n',
      },
      {
        note: 'a person and a function in frontmatter',
        text: `---
type: decision-rights
owner: Tom Becker, VP Claims
stop_authority: [Tom Becker, ⟦Legal⟧]
---
`,
      },
      {
        note: 'behind a label, with a full stop',
        text: `---
type: decision-rights
owner: Tom Becker, VP Claims
---

## Stop authority

Holder: Tom Becker and ⟦Dana Whitfield⟧.
`,
        raises: ['stop-authority-not-owner'],
      },
      {
        note: 'the second holder is named twice',
        text: `---
type: decision-rights
owner: Tom Becker, VP Claims
---

## Stop authority

Tom Becker may pause the system. ⟦Dana Whitfield⟧ may pause it as well. Dana Whitfield may also roll it back.
`,
        raises: ['stop-authority-not-owner'],
      },
    ],
    good: [
      {
        note: 'one position with two fields',
        text: `---
type: decision-rights
stop_authority: Head of Risk and Compliance
---
`,
      },
      {
        note: 'a rota is one person at a time',
        text: '---\ntype: decision-rights\nstop_authority: Claims on-call rota\n---\n',
      },
      {
        note: 'a README says nothing about decision rights',
        path: 'README.md',
        named: true,
        text: '# Claims\n\n## Rollback\n\nDana Whitfield or Tom Becker may roll back the system.\n',
      },
      {
        note: 'a holder and a deputy',
        text: `---
type: decision-rights
---

## Stop authority

Dana Whitfield or her deputy Lena Roth may pause or roll back the system.
`,
      },
      {
        note: 'a steering group with one named executive',
        text: `---
type: decision-rights
stop_authority: "Steering group (chair: Dana Whitfield)"
---
`,
      },
      {
        note: 'a body that a position chairs',
        text: `---
type: decision-rights
stop_authority: "AI Board (chair: COO)"
---
`,
      },
      {
        note: 'a name still to be filled in beside the holder',
        text: `---
type: decision-rights
stop_authority: [TBD, Dana Whitfield]
---
`,
      },
    ],
  },
  check(reading, report) {
    if (!isAboutDecisions(reading)) return;
    for (const fault of holderFaults(reading)) {
      if (fault.fault !== 'collective') continue;
      const names = fault.holders.map(inSentence);
      const message =
        names.length > 1
          ? `${listed(names)} share the right to stop. Keep one of them and name another as deputy.`
          : `${asSubject(fault.mention)} is more than one person, so nobody can stop the system alone. Give the right to one person and name a deputy.`;
      report({
        span: fault.mention.span,
        message,
        related: [
          ...fault.holders
            .filter((mention) => mention !== fault.mention)
            .map((mention) => ({ span: mention.span, message: `${called(mention)} holds the right, too.` })),
          ...fault.again.map(({ mention }) => ({ span: mention.span, message: 'Said here as well.' })),
        ],
        fixes: () => (names.length > 1 ? keepOne(reading, fault) : toThePerson(reading, fault)),
      });
    }
  },
});

/** One fix a person: the owner first, then in the order of the text. */
function keepOne(reading: Reading, fault: HolderFault): Fix[] {
  const people = fault.holders.filter(
    (mention) => mention.party.kind !== 'group' && mention.party.kind !== 'function',
  );
  const owner = people.filter((mention) => isOwner(reading, mention));
  const others = people.filter((mention) => !owner.includes(mention) && !isEngineering(reading, mention));
  const hasDeputy = stopAuthorityOf(reading).deputy !== undefined;
  return [...owner, ...others].flatMap((kept) => {
    const deputy = hasDeputy ? undefined : people.find((mention) => mention !== kept);
    const dropped = fault.holders.filter((mention) => mention !== kept && mention !== deputy).map(called);
    // Where it is said twice, the first place names the deputy.
    const edits = [fault, ...fault.again].flatMap(({ statement }, i) =>
      rewrite(reading, statement, fault, kept, i === 0 ? deputy : undefined),
    );
    const rest = dropped.length > 0 ? `; ${listed(dropped)} may no longer stop it` : '';
    const title = deputy
      ? `Keep ${called(kept)} as holder, ${inSentence(deputy)} becomes the deputy${rest}`
      : `Keep ${called(kept)} as holder${rest}`;
    return offer(title, edits);
  });
}

function rewrite(
  reading: Reading,
  statement: StopStatement,
  fault: HolderFault,
  kept: Mention,
  deputy: Mention | undefined,
): TextEdit[] {
  const { doc } = reading;
  if (statement.source === 'frontmatter') {
    const keys: Record<string, string> = deputy ? { deputy: called(deputy) } : {};
    const flat = !reading.frontmatter.has('stop_authority', 'holder');
    if (flat && !deputy) return setFrontmatter(doc, ['stop_authority'], called(kept));
    return rewriteHolder(reading, called(kept), keys);
  }
  const statements = stopAuthorityOf(reading).statements.filter(({ source }) => source !== 'frontmatter');
  const beside = deputy
    ? sayBeside(reading, statement, 'Deputy', called(deputy), `The deputy is ${inSentence(deputy)}.`)
    : [];
  const inOne = fault.holders.every((mention) => statement.holders.includes(mention));
  if (inOne) {
    const [first, ...others] = statement.holders;
    if (!first) return [];
    const span = hull(first.span, ...others.map((mention) => mention.span));
    return [replaceWords(doc, span, called(kept)), ...beside];
  }
  // Several statements: the other holders' names give way to the one who stays.
  return [
    ...statements
      .flatMap(({ holders }) => holders)
      .filter((mention) => called(mention) !== called(kept))
      .flatMap((mention) => replaceHolder(reading, mention, called(kept))),
    ...beside,
  ];
}

/** From a body to the owner, else to the body's chair; where there is neither, the choice is the company's. */
function toThePerson(reading: Reading, fault: HolderFault): Fix[] {
  const person = soundOwner(reading) ?? chairOf(fault.mention);
  if (!person) return [];
  const name = called(person);
  return offer(
    `Give the stop right to ${name} instead of ${inSentence(fault.mention)}`,
    [fault, ...fault.again].flatMap(({ mention }) => replaceHolder(reading, mention, name)),
  );
}

import {
  type Assignment,
  type DecisionRow,
  decisionsOf,
  distinct,
  meansAccountable,
} from '../../document/decisions.ts';
import type { Reading } from '../../document/reading.ts';
import type { TextEdit } from '../../text/edit.ts';
import { defineRule, type Fix } from '../rule.ts';
import { withoutA } from './letters.ts';
import { keepOne, nameConsulted } from './names.ts';
import { called, listed, manual, quoted } from './shared.ts';

const HEAD = '## RACI\n\n| Decision | Dana Whitfield | Tom Reed | Ada Okafor |\n| --- | --- | --- | --- |\n';
const START = '---\ntype: decision-rights\n---\n\n';

export const raciSharedAccountable = defineRule({
  id: 'raci-shared-accountable',
  group: 'raci',
  severity: 'error',
  needs: 'said',
  summary: 'Two or more parties are Accountable for one decision.',
  why:
    'Accountable means answering for the outcome, and only one person can do that. ' +
    'When two share it, each can point to the other, and in practice nobody holds it. ' +
    'Keep the A with the one who decides in the end; make the others Consulted, so that they are heard before. ' +
    'A condition such as “A (Tier 2)” is counted too: split the row by its cases if there really are two decisions. ' +
    'The same person twice, or one party with A/R, is one Accountable.',
  source: [32, 33, 102],
  facts: ['nist-govern-2'],
  examples: {
    bad: [
      { text: `${START}${HEAD}| Choice of vendor | A | ⟦A⟧ | R |\n`, note: 'two letters in a row' },
      {
        text: `${START}${HEAD}| Choice of vendor | A/R | I | **⟦A⟧** |\n`,
        note: 'the second one also in bold',
      },
      {
        text: `${START}${HEAD}| Choice of vendor | A | R/⟦A⟧ (Tier 2) | I |\n`,
        note: 'a condition does not make it one',
      },
      {
        text: `${START}| Decision | Responsible | Accountable | Consulted |\n| --- | --- | --- | --- |\n| Choice of vendor | Ada Okafor | Dana Whitfield and ⟦Tom Reed⟧ | Legal |\n`,
        note: 'two people in one cell',
      },
      {
        text: `${START}| Decision | Responsible | Accountable | Consulted |\n| --- | --- | --- | --- |\n| Choice of vendor | Ada Okafor | VP Claims / ⟦VP Operations⟧ | — |\n`,
        note: 'two positions in one cell',
      },
      {
        text: '---\ntype: decision-rights\ndecisions:\n  choice-of-vendor:\n    accountable: [Dana Whitfield, ⟦Tom Reed⟧]\n    responsible: [Ada Okafor]\n---\n',
        note: 'a list in frontmatter',
      },
      {
        text: `---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n| Decision | Responsible | Accountable |\n| --- | --- | --- |\n| Choice of vendor | Ada Okafor | Dana, ⟦Tom⟧ |\n`,
        note: 'first names, of which the document knows one',
      },
      {
        text: `${START}## RACI\n\n| Role | Choice of vendor | Data retention |\n| --- | --- | --- |\n| Dana Whitfield | A | A |\n| Tom Reed | ⟦A⟧ | R |\n| Ada Okafor | R | C |\n`,
        note: 'decisions across the top',
      },
      {
        text: `${START}## Choice of vendor\n\n- Accountable: Dana Whitfield, ⟦Tom Reed⟧\n- Responsible: Ada Okafor\n- Consulted: Legal\n`,
        note: 'a list under a heading',
      },
      {
        text: `${START}## Decision rights\n\n### Choice of vendor\n\n- Accountable:\n  - Dana Whitfield\n  - ⟦Tom Reed⟧\n- Responsible:\n  - Ada Okafor\n`,
        note: 'names listed below the word',
      },
      {
        text: `${START}## Decision rights\n\n### Choice of vendor\n\n- Dana Whitfield: A\n- Tom Reed: ⟦A⟧\n- Ada Okafor: R\n\n### Choice of tool\n\nDana Whitfield: Accountable\nTom Reed: ⟦Accountable⟧\nAda Okafor: Responsible\n`,
        note: 'the letter or word behind each name',
      },
      {
        note: 'two names in bold',
        text: '---\ntype: decision-rights\n---\n\n## RACI\n\n| Decision | Responsible | Accountable | Consulted |\n| --- | --- | --- | --- |\n| Choice of vendor | Ada Okafor | **Dana Whitfield** and **⟦Tom Reed⟧** | |\n',
      },
      {
        note: 'the frontmatter has those Consulted in one line',
        text: '---\ntype: decision-rights\ndecisions:\n  choice-of-vendor:\n    accountable: [Dana Whitfield, ⟦Tom Reed⟧]\n    responsible: [Ada Okafor]\n    consulted: [Legal]\n---\n',
      },
      {
        text: `${START}${HEAD}| Choice of vendor | A | ⟦A⟧/R | A |\n`,
        note: 'three of them, one of whom does the work',
      },
      {
        text: `${START}${HEAD}| Choice of vendor | Accountable | ⟦Accountable⟧ | Responsible |\n| Data retention | a | ⟦a⟧ | r |\n`,
        note: 'words, and small letters',
      },
      {
        text: `${START}${HEAD}| Choice of vendor | A | ⟦A⟧* | R |\n| Choice of tool | A | ⟦A⟧ (T) | R |\n`,
        note: 'a mark that nobody explains is a condition, too',
      },
      {
        text: `${START}## RACI\n\n| Decision | Responsible | Accountable | Consulted |\n| --- | --- | --- | --- |\n| Choice of vendor | Ada Okafor | Dana Whitfield | Legal |\n| | Ben Ito | ⟦Tom Reed⟧ | |\n`,
        note: 'the second one in a row that goes on with the first',
      },
    ],
    good: [
      {
        text: `${START}${HEAD}| Choice of vendor | A/R | C | R |\n`,
        note: 'one party does the work and answers for it',
      },
      {
        text: `---\ntype: decision-rights\nroles:\n  VP Claims: Dana Whitfield\n  Business Sponsor: Dana Whitfield\n---\n\n## RACI\n\n| Decision | VP Claims | Business Sponsor | Ada Okafor |\n| --- | --- | --- | --- |\n| Choice of vendor | A | A | R |\n`,
        note: 'one person in two columns',
      },
      {
        text: `${START}| Decision | Responsible | Accountable | Consulted |\n| --- | --- | --- | --- |\n| Go-live | Ada Okafor, Tom Reed | Jane Doe, Head of Risk and Compliance | Legal, Sales |\n`,
        note: 'a title with an “and” in it',
      },
      {
        text: `${START}## DACI\n\nD = Driver, A = Approver, C = Contributor, I = Informed\n\n| Decision | Dana Whitfield | Tom Reed |\n| --- | --- | --- |\n| Go-live | A | A |\n| Halt | D | A |\n`,
        note: 'letters of another model',
      },
      {
        text: `${START}## Impact\n\n| Risk | Impact | Likelihood |\n| --- | --- | --- |\n| Drift | A | A |\n| Bias | A | C |\n`,
        note: 'A = high is no RACI',
      },
    ],
  },
  check(reading, report) {
    for (const row of decisionsOf(reading).rows) {
      const holders = distinct(reading, row.accountable);
      const [, second] = holders;
      if (!second || !meansAccountable(row)) continue;
      report({
        span: second.span,
        message: messageOf(row, holders),
        related: holders
          .filter((holder) => holder !== second)
          .map((holder) => ({
            span: holder.span,
            message: `${called(holder.mention)} is Accountable as well.`,
          })),
        fixes: () => holders.map((kept) => keep(reading, row, kept)),
      });
    }
  },
});

function messageOf(row: DecisionRow, holders: readonly Assignment[]): string {
  const names = listed(
    holders.map(({ mention, condition }) =>
      condition ? `${called(mention)} (${conditionText(condition)})` : called(mention),
    ),
  );
  const conditional = holders.some(({ condition }) => condition !== undefined);
  const advice = conditional
    ? 'A condition does not make it one person: keep one Accountable, or give each case a row of its own.'
    : `Keep one of them; the ${holders.length > 2 ? 'others' : 'other'} can be Consulted.`;
  return `${quoted(row)} has ${holders.length} parties Accountable: ${names}. ${advice}`;
}

/** A footnote mark says only that there is a condition. */
function conditionText(condition: string): string {
  return /^[\p{L}\p{N}]./u.test(condition) ? `condition: ${condition}` : `with a condition, “${condition}”`;
}

function keep(reading: Reading, row: DecisionRow, kept: Assignment): Fix {
  const isKept = (one: Assignment): boolean => distinct(reading, [kept, one]).length === 1;
  const others = row.accountable.filter((one) => !isKept(one));
  const distinctOthers = distinct(reading, others);
  const title = `Keep ${called(kept.mention)} accountable`;
  if (kept.header) {
    const changed = others.map((one) => ({ one, ...withoutA(row, one) }));
    const parts = [...new Set(changed.map(({ keeps }) => keeps))].map((keeps) => {
      const names = [
        ...new Set(changed.filter((one) => one.keeps === keeps).map(({ one }) => called(one.mention))),
      ];
      const many = names.length > 1;
      return keeps === 'Consulted'
        ? `${listed(names)} ${many ? 'become' : 'becomes'} Consulted`
        : `${listed(names)} ${many ? 'stay' : 'stays'} ${keeps}`;
    });
    return manual(
      `${title}; ${parts.join('; ')}`,
      changed.map(({ edit }) => edit),
    );
  }
  const moved = nameConsulted(
    reading,
    row,
    distinctOthers.map(({ mention }) => mention.party.text),
  );
  const edits: TextEdit[] = [...keepOne(reading, row, kept, row.accountable), ...(moved ?? [])];
  const names = listed(distinctOthers.map(({ mention }) => called(mention)));
  const rest = moved
    ? `${names} ${distinctOthers.length > 1 ? 'become' : 'becomes'} Consulted`
    : `${names} ${distinctOthers.length > 1 ? 'are' : 'is'} taken out`;
  return manual(`${title}; ${rest}`, edits);
}

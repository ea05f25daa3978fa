import {
  type Assignment,
  type DecisionRow,
  decisionsOf,
  distinct,
  meansAccountable,
  type RaciTable,
} from '../../document/decisions.ts';
import { bareDecision } from '../../document/raci/categories.ts';
import { foldWords } from '../../document/raci/fold.ts';
import { titleOf } from '../../document/raci/tables.ts';
import type { Reading } from '../../document/reading.ts';
import { defineRule, type Fix } from '../rule.ts';
import { cellOfParty, withA, withoutA } from './letters.ts';
import { nameAccountable } from './names.ts';
import { called, isOneOfFour, manual, nameOf, quoted, surelyDifferent } from './shared.ts';

const FRONT =
  '---\ntype: decision-rights\ndecisions:\n  production-go-live:\n    accountable: Dana Whitfield\n    responsible: [Ben Ito]\n---\n\n';
const HEAD = '## RACI\n\n| Decision | Dana Whitfield | Tom Reed | Ben Ito |\n| --- | --- | --- | --- |\n';

export const raciConflictingSources = defineRule({
  id: 'raci-conflicting-sources',
  group: 'raci',
  severity: 'warning',
  needs: 'said',
  summary: 'Two places name different Accountables for one decision.',
  why:
    'The frontmatter and a table, or two rows about the same decision, name different people as Accountable. ' +
    'Each reader believes the place they happened to see, and that is shared accountability by accident. ' +
    'Decide which one holds and change the other; until then the frontmatter is what the tools go by.',
  source: [32, 105],
  examples: {
    bad: [
      { text: `${FRONT}${HEAD}| Production go-live | C | ⟦A⟧ | R |\n`, note: 'frontmatter against table' },
      {
        text: `---\ntype: decision-rights\n---\n\n${HEAD}| Production go-live | A | C | R |\n| Go-live | C | ⟦A⟧ | R |\n`,
        note: 'two rows for one decision',
      },
      {
        text: `---\ntype: decision-rights\n---\n\n${HEAD}| Production go-live | A | C | R |\n| Deploy to production | C | ⟦A⟧ | R |\n| Stop | A | C | R |\n| Halt | C | ⟦A⟧ | R |\n| In-production modification | A | C | R |\n| Changes in production | C | ⟦A⟧ | R |\n`,
        note: 'two rows for one decision in other words',
      },
      {
        text: `${FRONT}${HEAD}| Production go-live | A | C | R |\n| Deploy to production | C | ⟦A⟧ | R |\n`,
        note: 'a row that agrees with the frontmatter, and one that does not',
      },
      {
        text: `${FRONT}${HEAD}| Production go-live | C | ⟦A⟧ | R |\n| Release | C | A | R |\n`,
        note: 'of two rows the one that plainly is this decision',
      },
      {
        text: `${FRONT}${HEAD}| Deploy to production | C | ⟦A⟧ | R |\n`,
        note: 'the only row about going live',
      },
      {
        text: `${FRONT}## RACI\n\n| Decision | Responsible | Accountable |\n| --- | --- | --- |\n| Production go-live | Ben Ito | ⟦Tom Reed⟧ |\n`,
        note: 'names in the table',
      },
      {
        text: '---\ntype: decision-rights\ndecisions:\n  production-go-live:\n    accountable: VP Claims\n    responsible: [Ben Ito]\n---\n\n## RACI\n\n| Decision | COO | Ben Ito |\n| --- | --- | --- |\n| Production go-live | ⟦A⟧ | R |\n',
        note: 'two positions',
      },
      {
        text: `${FRONT}## RACI\n\n| Decision | AI Steering Committee | Ben Ito |\n| --- | --- | --- |\n| Production go-live | ⟦A⟧ | R |\n`,
        note: 'a person and a body',
      },
    ],
    good: [
      { text: `${FRONT}${HEAD}| Production go-live | A | C | R |\n` },
      {
        text: `---\ntype: decision-rights\n---\n\n${HEAD}| Change the prompt | A | C | R |\n| Change the threshold | C | A | R |\n`,
        note: 'two kinds of modification',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## RACI for Germany\n\n| Decision | Dana Whitfield | Tom Reed |\n| --- | --- | --- |\n| Go-live | A | R |\n\n## RACI for France\n\n| Decision | Dana Whitfield | Tom Reed |\n| --- | --- | --- |\n| Go-live | R | A |\n',
        note: 'headings tell the cases apart',
      },
      {
        text: '---\ntype: decision-rights\ndecisions:\n  production-go-live:\n    accountable: VP Claims\n    responsible: [Ben Ito]\n---\n\n## RACI\n\n| Decision | Vice President, Claims | Ben Ito |\n| --- | --- | --- |\n| Production go-live | A | R |\n',
        note: 'one position in two spellings',
      },
      {
        text: `---\ntype: decision-rights\n---\n\n${HEAD}| Production go-live | A | C | R |\n| Release | C | A | R |\n| Pause | A | C | R |\n| Roll back | C | A | R |\n`,
        note: 'a release may be any later one, and a pause is no rollback',
      },
      {
        text: `${FRONT}${HEAD}| Production go-live | A | A | R |\n`,
        note: 'two Accountables in one row: raci-shared-accountable',
      },
      {
        text: `---\ntype: decision-rights\ndecisions:\n  production-go-live:\n    accountable: [Dana Whitfield, Ada Okafor]\n    responsible: [Ben Ito]\n---\n\n${HEAD}| Production go-live | C | A | R |\n`,
        note: 'two Accountables in the frontmatter',
      },
      {
        text: `${FRONT}${HEAD}| Production go-live | C | C | R |\n| Choice of vendor | A | C | R |\n| Choice of vendor | C | A | R |\n`,
        note: 'a row without an A, and two ordinary decisions of one name',
      },
      {
        text: `${FRONT}## DACI\n\n| Decision | Dana Whitfield | Tom Reed |\n| --- | --- | --- |\n| Production go-live | D | A |\n`,
        note: 'the A of another model is no Accountable',
      },
    ],
  },
  check(reading, report) {
    const rows = decisionsOf(reading).rows.filter(meansAccountable);
    const body = rows.filter(({ source }) => source !== 'frontmatter');
    const settled = new Set<DecisionRow>();
    for (const row of rows) {
      if (row.source !== 'frontmatter') continue;
      const same = body.filter(({ categories }) => categories.includes(row.label));
      // Of several rows only those that plainly are this decision; "Release" need not be.
      const plain =
        same.length > 1 ? same.filter(({ label }) => PLAIN.has(inOneWord(bareDecision(label) ?? '?'))) : same;
      // Where another row says what the frontmatter says, changing the frontmatter would only turn the conflict round.
      const backed = plain.some((other) => agree(reading, row, other));
      for (const other of plain) if (compare(reading, row, other, backed, report)) settled.add(other);
    }
    const first = new Map<string, DecisionRow>();
    for (const row of body) {
      const decision = bareDecision(row.label);
      if (!row.table || !isOneOfFour(row) || !decision) continue;
      const key = `${inOneWord(decision)} | ${scopeOf(row.table)}`;
      const earlier = first.get(key);
      // What the frontmatter has said of a row, another row need not say again.
      if (!earlier) first.set(key, row);
      else if (!settled.has(row) && !settled.has(earlier)) compare(reading, earlier, row, false, report);
    }
  },
});

/** How `inOneWord` says the four categories' own names. */
const PLAIN = new Set(['go no pilot', 'go live', 'change', 'back halt roll', 'halt', 'back roll']);

/**
 * The same for every way to say one of the four and nothing else. "Release" stays apart, it may be any later one; so
 * do "Pause" and "Roll back", which are two ways to stop.
 */
function inOneWord(decision: string): string {
  const words = new Set(decision.split(' ').filter((word) => word !== 'approve'));
  for (const [said, meant] of SYNONYMS) if (words.delete(said)) for (const word of meant) words.add(word);
  return [...words].sort().join(' ');
}

const SYNONYMS: readonly (readonly [string, readonly string[]])[] = [
  ['deploy', ['go', 'live']],
  ['deployment', ['go', 'live']],
  ['launch', ['go', 'live']],
  ['modification', ['change']],
  ['modifications', ['change']],
  ['changes', ['change']],
  ['stop', ['halt']],
];

/** The case a table is about, by its heading; equal for tables under headings that set no case apart. */
function scopeOf({ region }: RaciTable): string {
  const title = titleOf(region);
  return title ? foldWords(title.text) : '';
}

function agree(reading: Reading, first: DecisionRow, second: DecisionRow): boolean {
  const both = distinct(reading, [...first.accountable, ...second.accountable]);
  return both.length === 1 && first.accountable.length > 0 && second.accountable.length > 0;
}

/** Reports two places that name different Accountables; true when they do. `backed`: others say what the first says. */
function compare(
  reading: Reading,
  first: DecisionRow,
  second: DecisionRow,
  backed: boolean,
  report: (finding: Parameters<Parameters<typeof raciConflictingSources.check>[1]>[0]) => void,
): boolean {
  const [one, another] = distinct(reading, first.accountable);
  const [two, yetAnother] = distinct(reading, second.accountable);
  if (!one || !two || another || yetAnother || !surelyDifferent(reading, one.mention, two.mention))
    return false;
  const where = first.source === 'frontmatter' ? 'The frontmatter names' : `${quoted(first)} names`;
  report({
    span: two.span,
    message: `${where} ${called(one.mention)} as Accountable, and ${quoted(second)} names ${called(two.mention)}. Decide which one holds and change the other.`,
    related: [{ span: one.span, message: `${called(one.mention)} is Accountable here.` }],
    fixes: () => [
      ...(backed
        ? []
        : take(
            reading,
            first,
            two,
            first.source === 'frontmatter' ? 'in the frontmatter, too' : 'in both rows',
          )),
      ...take(reading, second, one, 'here, too'),
    ],
  });
  return true;
}

/** Makes the Accountable of the other place the Accountable of this row. */
function take(reading: Reading, row: DecisionRow, from: Assignment, where: string): Fix[] {
  // A body cannot answer for anything: raci-committee-accountable.
  if (from.mention.party.kind === 'group') return [];
  const name = nameOf(from.mention);
  const title = `Make ${name} Accountable ${where}`;
  if (row.accountable.some(({ header }) => header)) {
    const cell = cellOfParty(reading, row, from.mention);
    return cell
      ? [manual(title, [...row.accountable.map((one) => withoutA(row, one).edit), withA(cell)])]
      : [];
  }
  const edits = nameAccountable(reading, row, name);
  return edits ? [manual(title, edits)] : [];
}

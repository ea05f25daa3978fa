import {
  CATEGORIES,
  CATEGORY_TITLES,
  type Category,
  decisionsOf,
  type RaciTable,
} from '../../document/decisions.ts';
import type { Reading } from '../../document/reading.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { frontmatterPlace } from '../places.ts';
import { defineRule } from '../rule.ts';
import { cellsForNewRow } from './new-row.ts';
import { manual, nameOf, ownerToName } from './shared.ts';

const HEAD = '| Decision | Accountable | Responsible |\n| --- | --- | --- |\n';
const PILOT = '| Pilot go/no-go | Dana Whitfield | Ben Ito |\n';
const LIVE = '| Production go-live | Dana Whitfield | Ben Ito |\n';
const CHANGE = '| Changes to the model or prompt | Dana Whitfield | Ben Ito |\n';
const HALT = '| Halt or roll back | Dana Whitfield | Ben Ito |\n';
const START = '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n';

export const raciCategoryMissing = defineRule({
  id: 'raci-category-missing',
  group: 'raci',
  severity: 'error',
  needs: 'whole',
  summary: 'One of the four decisions every AI system needs has no row.',
  why:
    'Every AI system comes to four decisions: whether the pilot goes on, whether it goes live, what may be changed in production, and when to halt or roll back. ' +
    'The one that has no row is the one nobody will be able to take in time. ' +
    'Add a row for it and name one Accountable person. ' +
    'Rows are recognised by their words; the company’s own words can be added under `categories` in the configuration.',
  source: [105],
  facts: ['nist-manage'],
  examples: {
    bad: [
      { text: `${START}⟦## Decision rights⟧\n\n${HEAD}${PILOT}${LIVE}${CHANGE}`, note: 'nobody may halt it' },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n⟦decisions⟧:\n  pilot-go-no-go:\n    accountable: Dana Whitfield\n    responsible: [Ben Ito]\n  production-go-live:\n    accountable: Dana Whitfield\n    responsible: [Ben Ito]\n  production-halt-rollback:\n    accountable: Dana Whitfield\n    responsible: [Ben Ito]\n---\n',
        note: 'frontmatter without modifications',
      },
      {
        note: 'a matrix with columns for others',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n⟦## Decision rights⟧\n\n| Decision | Ben Ito | Dana Whitfield | Legal |\n| --- | --- | --- | --- |\n| Pilot go or no-go | R | A | C |\n| Production go-live | R | A | C |\n| Changes to the model or prompt | R | A | I |\n',
      },
      {
        note: 'a matrix without the owner',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n⟦## Decision rights⟧\n\n| Decision | Ben Ito | Legal |\n| --- | --- | --- |\n| Pilot go or no-go | A/R | C |\n| Production go-live | A/R | C |\n| Halt or roll back | A/R | C |\n',
      },
      {
        note: 'nobody is named: the new row has a name to fill in, and nothing in the other columns',
        text: '---\ntype: decision-rights\n---\n\n⟦## Decision rights⟧\n\n| Decision | Accountable | Responsible | Consulted |\n| --- | --- | --- | --- |\n| Pilot go/no-go | VP Claims | Ben Ito | Legal |\n| Changes to the model or prompt | VP Claims | Ben Ito | Legal |\n| Halt or roll back | VP Claims | Ben Ito | Legal |\n',
      },
      {
        note: 'lists under headings',
        text: `${START}⟦## Go-live⟧\n\n- Accountable: Dana Whitfield\n- Responsible: Ben Ito\n\n## Pilot go/no-go\n\n- Accountable: Dana Whitfield\n- Responsible: Ben Ito\n\n## Changes to the model\n\n- Accountable: Dana Whitfield\n- Responsible: Ben Ito\n`,
      },
    ],
    good: [
      { text: `${START}## Decision rights\n\n${HEAD}${PILOT}${LIVE}${CHANGE}${HALT}` },
      {
        text:
          '---\ntype: decision-rights\ndecisions:\n  production-halt-rollback:\n    accountable: Dana Whitfield\n---\n\n## RACI\n\n' +
          `${HEAD}${PILOT}${LIVE}${CHANGE}`,
        note: 'frontmatter and table together',
      },
      {
        text: `${START}## Decision rights\n\n${HEAD}${PILOT}| Go-live and rollback | Dana Whitfield | Ben Ito |\n${CHANGE}`,
        note: 'one row for two decisions',
      },
      {
        text: `${START}## Decision rights\n\n${HEAD}${PILOT}${LIVE}| Zmiany | Dana Whitfield | Ben Ito |\n${HALT}`,
        config: 'categories:\n  in-production-modification: [zmiany]\n',
        note: 'the company’s own words',
      },
      {
        text:
          '---\ntype: decision-rights\ndecisions: none\n---\n\n## RACI\n\n' +
          `${HEAD}${PILOT}${LIVE}${CHANGE}`,
        note: 'a value that cannot be read may hold the fourth',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Decision rights\n\nTo be agreed.\n',
        note: 'no decision at all: raci-missing',
      },
    ],
  },
  check(reading, report) {
    const { rows, tables } = decisionsOf(reading);
    if (rows.length === 0 || reading.frontmatter.invalid('decisions')) return;
    const said = new Set(rows.flatMap(({ categories }) => categories));
    for (const category of CATEGORIES) {
      if (said.has(category)) continue;
      const title = CATEGORY_TITLES[category];
      report({
        span: placeOf(reading),
        message: `No row says who decides on ${SPOKEN[category]}. Add a row “${title}” with one Accountable person.`,
        fixes: () => {
          const owner = ownerToName(reading);
          const name = owner ? nameOf(owner) : '[Name]';
          return [
            manual(
              `Add a row “${title}”${owner ? ` with ${name} Accountable` : ''}`,
              addRow(reading, tables[0], category, name),
            ),
          ];
        },
      });
    }
  },
});

const SPOKEN: Readonly<Record<Category, string>> = {
  'pilot-go-no-go': 'whether the pilot goes on',
  'production-go-live': 'going live',
  'in-production-modification': 'changes in production',
  'production-halt-rollback': 'halting or rolling back',
};

/** The heading over the first table, or the key in frontmatter. */
function placeOf(reading: Reading): Span {
  const { rows, tables } = decisionsOf(reading);
  const heading =
    tables[0]?.region.heading?.prose.span ?? rows.find((row) => row.source === 'field')?.labelSpan;
  return heading ?? reading.frontmatter.entry('decisions')?.keySpan ?? frontmatterPlace(reading.doc);
}

function addRow(
  reading: Reading,
  table: RaciTable | undefined,
  category: Category,
  name: string,
): TextEdit[] {
  const owner = ownerToName(reading);
  const cells = table ? cellsForNewRow(reading, table, CATEGORY_TITLES[category], name, owner) : undefined;
  const last = table?.block.rows[table.block.rows.length - 1];
  if (cells && last)
    return [
      {
        span: { start: last.span.end, end: last.span.end },
        newText: `${reading.doc.lineEnd}| ${cells.join(' | ')} |`,
      },
    ];
  return setFrontmatter(reading.doc, ['decisions', category], { accountable: name, responsible: ['[Name]'] });
}

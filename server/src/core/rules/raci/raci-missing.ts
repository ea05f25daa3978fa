import { CATEGORIES, CATEGORY_TITLES, decisionsOf } from '../../document/decisions.ts';
import { emptySections } from '../../document/empty-sections.ts';
import type { Reading } from '../../document/reading.ts';
import { appendToRegion, insertSection } from '../../edits/body-edits.ts';
import { sectionOf, sectionPlace } from '../places.ts';
import { defineRule, type Fix } from '../rule.ts';
import { manual, nameOf, ownerToName } from './shared.ts';

const ROW = '| Pilot go/no-go | Dana Whitfield | Ben Ito | Legal | Finance |';

export const raciMissing = defineRule({
  id: 'raci-missing',
  group: 'raci',
  severity: 'error',
  needs: 'whole',
  summary: 'No RACI table, list or `decisions` says who decides what.',
  why:
    'The document says nothing about who is Accountable for which decision. ' +
    'Without that, the pilot’s end, the way to production and a halt are all up for discussion on the day they are needed. ' +
    'Four rows are enough: pilot go/no-go, production go-live, modification in production, and halt or rollback, each with one Accountable person.',
  source: [29, 45, 105],
  facts: ['nist-govern-2', 'iso-42001-a32'],
  examples: {
    bad: [
      {
        text: '⟦---⟧\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n# Claims triage\n',
        note: 'nothing at all',
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n⟦## Decision rights⟧\n\nWe decide together, as a team.\n',
        note: 'a section that allots nothing',
      },
      {
        text: '⟦---⟧\ntype: decision-rights\nuse_case_class: customer-facing\n---\n\n# Claims triage\n',
        note: 'a customer-facing system, and no owner yet',
        raises: ['technical-owner-missing'],
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n⟦## Decision rights⟧\n\n## RACI\n\nWe decide together, as a team.\n',
        note: 'two sections, one of them empty',
      },
    ],
    good: [
      {
        text: `---\ntype: decision-rights\n---\n\n## RACI\n\n| Decision | Accountable | Responsible | Consulted | Informed |\n| --- | --- | --- | --- | --- |\n${ROW}\n`,
      },
      {
        text: '---\ntype: decision-rights\ndecisions:\n  production-go-live:\n    accountable: Dana Whitfield\n    responsible: [Ben Ito]\n---\n',
        note: 'frontmatter says it',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Decision rights\n',
        note: 'a heading with nothing under it is left to doc-section-missing',
      },
      {
        text: '---\ntype: decision-rights\ndecisions: none\n---\n',
        note: 'a value that cannot be read is left to frontmatter-invalid',
      },
    ],
  },
  check(reading, report) {
    if (decisionsOf(reading).rows.length > 0 || reading.frontmatter.invalid('decisions')) return;
    if (emptySections(reading).has('raci')) return;
    report({
      span: sectionPlace(reading, 'raci'),
      message:
        'Nothing says who decides what. Add four rows, each with one Accountable person: pilot go/no-go, production go-live, modification in production, halt or rollback.',
      fixes: () => [insertRaci(reading)],
    });
  },
});

/** Four rows with the owner as Accountable; what nobody has said yet is left to fill in. */
function insertRaci(reading: Reading): Fix {
  const owner = ownerToName(reading);
  const name = owner ? nameOf(owner) : '[Name]';
  const consulted =
    reading.frontmatter.text('use_case_class') === 'customer-facing'
      ? 'Legal, Compliance, Customer Success, Sales'
      : '[Name]';
  const lines = [
    '| Decision | Accountable | Responsible | Consulted | Informed |',
    '| --- | --- | --- | --- | --- |',
    ...CATEGORIES.map(
      (category) => `| ${CATEGORY_TITLES[category]} | ${name} | [Name] | ${consulted} | [Name] |`,
    ),
  ].join('\n');
  const section = sectionOf(reading, 'raci');
  const edits = section
    ? appendToRegion(reading.doc, section, lines)
    : insertSection(reading.doc, 'raci', `## Decision rights\n\n${lines}`);
  return manual(owner ? `Insert four rows with ${name} Accountable` : 'Insert four rows to fill in', edits);
}

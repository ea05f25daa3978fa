import { ownerOf } from '../../document/owner.ts';
import { samePerson } from '../../document/people.ts';
import type { Reading } from '../../document/reading.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import type { Party } from '../../parties/party.ts';
import type { Span } from '../../text/span.ts';
import { lookupOf } from '../../workspace/company.ts';
import type { DocumentFacts } from '../../workspace/facts.ts';
import { partyIn, selfPath, shownPath } from '../register/shared.ts';
import { defineRule, type Fix } from '../rule.ts';
import { manual } from './shared.ts';

export const ownershipContested = defineRule({
  id: 'ownership-contested',
  group: 'gate',
  severity: 'warning',
  needs: 'whole',
  summary: 'Ownership is contested and no decision about it is recorded.',
  why:
    'Two people who both think they own the result will each leave the hard decision to the other. ' +
    'A contested ownership is settled by a triage: one person decides which unit owns the system, on a day, and the document says so. ' +
    'Until then no funding decision about it can hold.',
  source: [84],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Dana Whitfield, VP Claims\ncontested: ⟦true⟧\n---\n',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n⟦contested⟧:\n  record: decisions/claims.md\n---\n',
        note: 'a record without a decision',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nowner: ⟦Dana Whitfield, VP Claims⟧\n---\n',
        files: {
          'sales/claims.md':
            '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Tom Becker, VP Sales\n---\n',
        },
        note: 'two documents name two owners',
      },
      {
        note: 'the people register knows them by other names',
        text: `---
type: decision-rights
initiative: claims-triage
owner: ⟦Dana⟧
---
`,
        files: {
          'a.md': '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Dana Whitfield\n---\n',
          'b.md': '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Tom Becker\n---\n',
          'c.md': '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Ines Moreau\n---\n',
        },
        people:
          'people:\n  - {id: dana, name: Dana Whitfield, title: VP Claims, aliases: [Dana]}\n  - {id: tom, name: Tom Becker}\n',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Dana Whitfield, VP Claims\n---\n',
        files: {
          'old.md':
            '---\ntype: decision-rights\ninitiative: claims-triage\nstatus: retired\nowner: Tom Becker, VP Sales\n---\n',
        },
        note: 'the other document is retired',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\ncontested:\n  decision: Claims Operations owns the system\n  decided_on: 2026-02-10\n---\n',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\ncontested: no\n---\n',
        note: 'nobody disputes it',
      },
      {
        note: 'bodies, positions and several people are other findings',
        text: `---
type: decision-rights
initiative: claims-triage
owner: Dana Whitfield, VP Claims
---
`,
        files: {
          'a.md': '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Claims Board\n---\n',
          'b.md': '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Head of Sales\n---\n',
          'c.md':
            '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Tom Becker and Ines Moreau\n---\n',
          'd.md': '---\ntype: decision-rights\ninitiative: claims-triage\n---\n',
        },
      },
      {
        note: 'an owner here who is no person',
        text: `---
type: decision-rights
initiative: claims-triage
owner: Claims Board
---
`,
        files: { 'a.md': '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Tom Becker\n---\n' },
      },
      {
        note: 'no owner here, and no details of a dispute',
        text: `---
type: decision-rights
initiative: claims-triage
contested: {}
---
`,
        files: { 'a.md': '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Tom Becker\n---\n' },
      },
      {
        note: 'a value that cannot be read is reported as such',
        text: `---
type: decision-rights
initiative: claims-triage
contested: [true]
---
`,
      },
    ],
  },
  check(reading, report) {
    const { frontmatter, doc } = reading;
    if (frontmatter.has('contested', 'decision') || frontmatter.invalid('contested')) return;
    const fixes = (): Fix[] => [
      manual(
        'Open a triage: insert its decision, to be filled in',
        setFrontmatter(doc, ['contested', 'decision'], '[Which unit owns the system, decided by whom]'),
      ),
    ];
    const contested = contestedAt(reading);
    if (contested) {
      report({
        span: contested,
        message:
          'The ownership is contested, and no decision about it is recorded. Decide which unit owns the system, and write down the decision, its date and its record.',
        fixes,
      });
      return;
    }
    const [mine] = ownerOf(reading)?.mentions ?? [];
    const other = mine && rivalOf(reading, mine.party);
    if (!other) return;
    report({
      span: mine.span,
      message: `${mine.party.name ?? mine.party.text} owns this initiative here, and ${other.owner ?? ''} owns it in ${shownPath(reading, other.path)}. Decide which of the two it is, and record the decision.`,
      related: [
        {
          path: shownPath(reading, other.path),
          span: other.span,
          message: `This document names ${other.owner ?? ''} as owner.`,
        },
      ],
      fixes,
    });
  },
});

/** Where the frontmatter says that the ownership is contested: the value, or the key of its details. */
function contestedAt({ frontmatter }: Reading): Span | undefined {
  const entry = frontmatter.entry('contested');
  if (entry?.value.kind === 'map') return entry.value.entries.length > 0 ? entry.keySpan : undefined;
  return entry?.value.kind === 'scalar' && frontmatter.bool('contested') === true
    ? entry.value.inner
    : undefined;
}

/** Another active document of the same initiative whose owner is somebody else. */
function rivalOf(reading: Reading, mine: Party): DocumentFacts | undefined {
  const initiative = reading.frontmatter.text('initiative');
  const { workspace } = reading.settings;
  if (!workspace || initiative === undefined) return undefined;
  const self = selfPath(reading);
  return lookupOf(workspace)
    .ofInitiative(initiative)
    .find(({ path, owner }) => path !== self && owner !== undefined && isSomebodyElse(reading, mine, owner));
}

/** True only when both are people by name and the names are two. */
function isSomebodyElse(reading: Reading, mine: Party, owner: string): boolean {
  const theirs = partyIn(reading, owner);
  return theirs?.kind === 'person' && mine.kind === 'person' && !samePerson(reading, theirs, mine);
}

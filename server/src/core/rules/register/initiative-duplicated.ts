import { samePerson } from '../../document/mentions.ts';
import { ownerMention } from '../../document/owner.ts';
import type { Reading } from '../../document/reading.ts';
import { listed } from '../../document/subjects.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import type { Span } from '../../text/span.ts';
import { lookupOf, sameKey } from '../../workspace/company.ts';
import type { DocumentFacts, RegisterRowFacts, WorkspaceFacts } from '../../workspace/facts.ts';
import { frontmatterPlace } from '../places.ts';
import { defineRule, type Report } from '../rule.ts';
import { registerWith } from './example.ts';
import { partyIn, personKey, selfPath, shownPath, titleInBody } from './shared.ts';

const OTHER = `---
type: decision-rights
initiative: claims-triage
owner: Omar Haddad, VP Service
---

# Claims triage for motor
`;

export const initiativeDuplicated = defineRule({
  id: 'initiative-duplicated',
  group: 'register',
  severity: 'error',
  needs: 'whole',
  summary: 'two documents claim one initiative, or one document stands for several',
  why: 'One initiative has one owner and one document. With two documents people act on the one they happen to have read, and if these name different owners, the question who answers is open again: that is an error, two documents with the same owner a warning. One document for several systems hides which of them its numbers and its stop right mean. Keep one document for each, and retire the one that no longer holds.',
  source: [39, 44],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
initiative: ⟦claims-triage⟧
owner: Dana Whitfield, VP Claims
---

# Claims triage
`,
        files: { 'motor/claims-triage.md': OTHER },
        severity: 'error',
      },
      {
        note: 'the same owner in both, and other letters',
        text: `---
type: decision-rights
initiative: ⟦Claims-Triage⟧
owner: Omar Haddad
---

# Claims triage
`,
        files: { 'motor/claims-triage.md': OTHER },
        severity: 'warning',
      },
      {
        note: 'several others; not all of them name an owner, and one has the same',
        text: `---
type: decision-rights
initiative: ⟦claims-triage⟧
owner: Omar Haddad
---

# Claims triage
`,
        files: {
          'a.md': OTHER.replace('Omar Haddad, VP Service', 'TBD'),
          'b.md': OTHER.replace('owner: Omar Haddad, VP Service\n', ''),
          'c.md': OTHER.replace('Omar Haddad, VP Service', '[]'),
          'd.md': OTHER,
          'e.md': OTHER.replace('Omar Haddad, VP Service', 'Ines Moreau and Omar Haddad'),
        },
        severity: 'warning',
      },
      {
        note: 'two of several others name other owners',
        text: `---
type: decision-rights
initiative: ⟦claims-triage⟧
owner: Omar Haddad
---

# Claims triage
`,
        files: {
          'a.md': OTHER,
          'b.md': OTHER.replace('Omar Haddad, VP Service', 'Dana Whitfield'),
          'c.md': OTHER.replace('Omar Haddad, VP Service', 'Ines Moreau'),
        },
        severity: 'error',
      },
      {
        note: 'this one names no owner',
        text: `---
type: decision-rights
initiative: ⟦claims-triage⟧
---

# Claims triage
`,
        files: { 'motor/claims-triage.md': OTHER },
        severity: 'warning',
      },
      {
        note: 'one document for systems with one owner, or without any; it has no id itself',
        text: `⟦---⟧
type: decision-rights
title: Claims
initiative:
---
`,
        files: {
          'ai-systems.md': registerWith(
            '| CLAIMS | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield, VP Claims | 2026-02-10 | [claims](claims-triage.md) |',
            '| Payout agent | Claims | Dana Whitfield | 2026-02-01 | dana whitfield | 2026-02-10 | [claims](claims-triage.md) |',
            '| Refund agent | Claims | Dana Whitfield | 2026-02-01 |  |  | [claims](claims-triage.md) |',
          ),
        },
        severity: 'warning',
      },
      {
        note: 'one document for two systems of the register',
        text: `---
type: decision-rights
initiative: ⟦claims⟧
owner: Dana Whitfield, VP Claims
---

# Claims
`,
        files: {
          'ai-systems.md': registerWith(
            '| Claims triage | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield | 2026-02-10 | [claims](claims-triage.md) |',
            '| Payout agent | Claims | Omar Haddad | 2026-02-01 | Omar Haddad | 2026-02-10 | [claims](claims-triage.md) |',
          ),
        },
        severity: 'error',
      },
      {
        note: 'two ids',
        text: `---
type: decision-rights
initiative: ⟦claims-triage, payout-agent⟧
---

# Claims
`,
        files: {},
        severity: 'warning',
      },
    ],
    good: [
      {
        text: `---
type: decision-rights
initiative: claims-triage
---

# Claims triage
`,
        files: { 'motor/claims-triage.md': OTHER.replace('claims-triage', 'claims-triage-motor') },
      },
      {
        note: 'this one is retired',
        text: `---
type: decision-rights
initiative: claims-triage
status: retired
---

# Claims triage
`,
        files: { 'motor/claims-triage.md': OTHER },
      },
      {
        note: 'a comma makes no two ids',
        text: `---
type: decision-rights
initiative: claims-triage, motor
---
`,
        files: {},
      },
      {
        note: 'its id, its title, a row that only names it, and one without a name are one system',
        text: `---
type: decision-rights
initiative: claims-triage
---

# Claims triage for motor
`,
        files: {
          'ai-systems.md': registerWith(
            '| claims-triage | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield | 2026-02-10 | [claims](claims-triage.md) |',
            '| Claims triage for motor | Claims | Omar Haddad | 2026-02-01 | Omar Haddad | 2026-02-10 | [claims](claims-triage.md) |',
            '|  | Claims | Omar Haddad | 2026-02-01 | Omar Haddad | 2026-02-10 | [claims](claims-triage.md) |',
          ),
        },
      },
      {
        note: 'the other one is retired',
        text: `---
type: decision-rights
initiative: claims-triage
---

# Claims triage
`,
        files: { 'old/claims-triage.md': OTHER.replace('owner:', 'status: retired\nowner:') },
      },
      {
        note: 'one system in two registers',
        text: `---
type: decision-rights
initiative: claims-triage
title: Claims triage
---
`,
        files: {
          'a.md': registerWith(
            '| Claims triage | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield | 2026-02-10 | [claims](claims-triage.md) |',
          ),
          'b.md': registerWith(
            '| claims-triage | Claims | Omar Haddad | 2026-02-01 | Omar Haddad | 2026-02-10 | [claims](claims-triage.md) |',
          ),
        },
      },
    ],
  },
  check(reading, report) {
    const { doc, frontmatter, settings } = reading;
    if (frontmatter.text('status') === 'retired') return;
    const node = frontmatter.node('initiative');
    const id = frontmatter.text('initiative');
    const span = node?.kind === 'scalar' && !node.isNull ? node.inner : frontmatterPlace(doc);
    if (id !== undefined && severalIds(id))
      report({
        span,
        severity: 'warning',
        message: `This document stands for several initiatives (${id}). Give each its own document, so that owner, metric and stop right are clear for each.`,
      });
    else if (settings.workspace) {
      if (id !== undefined) twoDocuments(reading, settings.workspace, id, span, report);
      severalSystems(reading, settings.workspace, span, report);
    }
  },
});

/** Two or more ids in one value; `Research & Development` and a title with commas are none. */
function severalIds(text: string): boolean {
  const parts = text.split(/\s*[,;]\s*|\s+(?:[&+]|and)\s+/);
  return parts.length > 1 && parts.every((part) => /^[\p{Ll}\p{N}]+(?:[-_.][\p{Ll}\p{N}]+)+$/u.test(part));
}

function twoDocuments(
  reading: Reading,
  workspace: WorkspaceFacts,
  id: string,
  span: Span,
  report: (finding: Report) => void,
): void {
  const self = selfPath(reading);
  const others = lookupOf(workspace)
    .ofInitiative(id)
    .filter(({ path }) => path !== self);
  if (others.length === 0) return;
  const rival = others.find((other) => ownersDiffer(reading, other));
  const names = others.map(({ path }) => shownPath(reading, path)).join(', ');
  const claims = others.length === 1 ? 'claims' : 'claim';
  report({
    span,
    severity: rival ? 'error' : 'warning',
    message: rival
      ? `${names} ${claims} the initiative ${id} too, with another owner (${rival.owner}). Decide who owns it, and retire the document that does not hold.`
      : `${names} ${claims} the initiative ${id} too. Keep one document, and retire the other.`,
    related: others.map((other) => ({
      path: shownPath(reading, other.path),
      span: other.span,
      message: other.owner === undefined ? 'the other document' : `the other document; owner: ${other.owner}`,
    })),
    fixes: () => [
      {
        title: 'Retire this document',
        safety: 'manual',
        edits: setFrontmatter(reading.doc, ['status'], 'retired'),
      },
    ],
  });
}

/** True when both documents name an owner and these are two people. */
function ownersDiffer(reading: Reading, { owner }: DocumentFacts): boolean {
  const mine = ownerMention(reading);
  const theirs = owner === undefined ? undefined : partyIn(reading, owner);
  if (!mine || !theirs) return false;
  const named = theirs.kind !== 'nobody' && theirs.kind !== 'placeholder';
  return named && !samePerson(reading, mine.party, theirs);
}

/** Rows of one register that give this document for systems of different names. */
function severalSystems(
  reading: Reading,
  workspace: WorkspaceFacts,
  span: Span,
  report: (finding: Report) => void,
): void {
  const { frontmatter } = reading;
  const path = selfPath(reading);
  const initiative = frontmatter.text('initiative');
  const title = frontmatter.text('title') ?? titleInBody(reading);
  const own = [initiative, title].map((name) => sameKey(name ?? ''));
  const registers = new Map<string, Map<string, RegisterRowFacts>>();
  for (const row of lookupOf(workspace).rowsOf({ path, initiative, title })) {
    if (row.document !== path || row.system === '') continue;
    const key = sameKey(row.system);
    const rows = registers.get(row.path) ?? new Map<string, RegisterRowFacts>();
    // Its id and its title name one and the same.
    rows.set(own.includes(key) ? '' : key, row);
    registers.set(row.path, rows);
  }
  for (const [register, systems] of registers) {
    if (systems.size < 2) continue;
    const rows = [...systems.values()];
    const owners = new Set(rows.flatMap(({ owner }) => (owner === undefined ? [] : personKey(owner))));
    report({
      span,
      severity: owners.size > 1 ? 'error' : 'warning',
      message: `The register ${shownPath(reading, register)} gives this document for ${listed(rows.map(({ system }) => system))}. Give each system a document of its own, so that owner, metric and stop right are clear for each.`,
      related: rows.map((row) => ({
        path: shownPath(reading, register),
        span: row.span,
        message: `row of ${row.system}`,
      })),
    });
    return;
  }
}

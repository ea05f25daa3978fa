import type { Reading } from '../../document/reading.ts';
import { registerOf } from '../../document/register.ts';
import { lookupOf } from '../../workspace/company.ts';
import type { WorkspaceFacts } from '../../workspace/facts.ts';
import { linkedPaths, resolveLink } from '../../workspace/links.ts';
import { defineRule, type Report } from '../rule.ts';
import { COMPLETE, registerWith } from './example.ts';
import { documentOfRow, selfPath, shownPath, systemName } from './shared.ts';

const CONTRACT = `---
type: decision-rights
initiative: contract-review
---

# Contract review
`;

export const initiativeWithoutDocument = defineRule({
  id: 'initiative-without-document',
  group: 'register',
  severity: 'error',
  needs: 'whole',
  documents: ['decision-rights', 'ai-system-register'],
  summary: 'an initiative is listed or linked, and its decision-rights document does not exist',
  why: 'Every initiative needs a named owner, a document that says who decides, and a gate. Where the register or another document points to decision rights that are not there, people believe that somebody has decided, and nobody has. Write the document (two pages are enough), or correct the link if it stands elsewhere.',
  source: [44, 45, 119],
  examples: {
    bad: [
      {
        note: 'a slip in the link',
        path: 'ai-systems.md',
        text: registerWith(
          '| ⟦Claims⟧ | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield | 2026-02-10 | [contract](contract-reviw.md) |',
        ),
        files: { 'contract-review.md': CONTRACT },
      },
      {
        path: 'ai-systems.md',
        text: registerWith(
          COMPLETE,
          '| ⟦Claims triage⟧ | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield | 2026-02-10 | [claims-triage](claims-triage.md) |',
        ),
        files: { 'contract-review.md': CONTRACT },
      },
      {
        note: 'the link leads to ordinary Markdown',
        path: 'ai-systems.md',
        text: registerWith(
          '| ⟦Claims triage⟧ | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield | 2026-02-10 | [notes](notes.md) |',
        ),
        files: { 'notes.md': '# Notes\n' },
      },
      {
        note: 'a slip in a link to ordinary Markdown',
        path: 'ai-systems.md',
        text: registerWith(
          '| ⟦Claims triage⟧ | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield | 2026-02-10 | [notes](note.md) |',
        ),
        files: { 'notes.md': '# Notes\n' },
      },
      {
        note: 'another document names it',
        text: `---
type: decision-rights
initiative: claims-triage
---

# Claims triage

Contracts are decided in [their own decision rights](contract.decision-rights.md), apart from
[the old notes](notes.md) and [the supplier's](https://example.com/their.decision-rights.md).

Payments are decided in [the payout agent's decision rights](⟦payout-agent.decision-rights.md⟧).
`,
        files: { 'contract.decision-rights.md': CONTRACT },
      },
    ],
    good: [
      {
        path: 'ai-systems.md',
        text: registerWith(COMPLETE),
        files: { 'contract-review.md': CONTRACT },
      },
      {
        note: 'the document has moved, and its initiative is the system’s name',
        path: 'ai-systems.md',
        text: registerWith(
          '| Contract-Review | Legal | Ines Moreau | 2026-01-12 | Ines Moreau | 2026-01-20 | [old place](old/contracts.md) |',
        ),
        files: { 'contract-review.md': CONTRACT },
      },
      {
        note: 'no document yet: the triage rules speak',
        path: 'ai-systems.md',
        text: registerWith('| Claims triage | Claims | Dana Whitfield | 2026-02-20 |  |  |  |'),
        files: { 'contract-review.md': CONTRACT },
      },
      {
        note: 'a record that is not there is a broken link',
        text: `---
type: decision-rights
initiative: claims-triage
---

# Claims triage

Record: [decided with the payout agent](payout-agent.decision-rights.md)
`,
        files: { 'contract-review.md': CONTRACT },
      },
      {
        note: 'a document on the web cannot be looked at',
        path: 'ai-systems.md',
        text: registerWith(
          '| Claims triage | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield | 2026-02-10 | [wiki](https://wiki.example.com/claims) |',
        ),
        files: { 'contract-review.md': CONTRACT },
      },
    ],
  },
  check(reading, report) {
    const { workspace } = reading.settings;
    if (!workspace) return;
    if (reading.doc.type === 'ai-system-register') inRegister(reading, workspace, report);
    else inDocument(reading, workspace, report);
  },
});

function inRegister(reading: Reading, workspace: WorkspaceFacts, report: (finding: Report) => void): void {
  const self = selfPath(reading);
  for (const row of registerOf(reading)) {
    const { link } = row;
    const place = link && resolveLink(self, link.url);
    if (!place || documentOfRow(reading, row)) continue;
    const target = workspace.link(self, link.url);
    const name = shownPath(reading, place.path);
    const what = target?.file === true ? `${name} is none` : `${name} is not there`;
    report({
      span: row.systemSpan,
      message: `${systemName(row)} has no decision-rights document: ${what}. Write the document, or link the place where it stands.`,
      related: [{ span: link.span, message: 'the link that should lead to it' }],
      fixes: () => {
        const nearest = target?.nearest ?? '';
        const near = resolveLink(self, nearest);
        if (!near || !lookupOf(workspace).at(near.path)) return [];
        return [
          {
            title: `Link ${shownPath(reading, near.path)}`,
            safety: 'manual',
            edits: [{ span: link.span, newText: nearest }],
          },
        ];
      },
    });
  }
}

/** Links to a file whose name says that it is a decision-rights document. */
function inDocument(reading: Reading, workspace: WorkspaceFacts, report: (finding: Report) => void): void {
  const self = selfPath(reading);
  const links = reading.outline.texts.flatMap(({ prose }) =>
    prose.links.filter(({ url }) => /\.decision-rights\.md(?:#|$)/i.test(url)),
  );
  if (links.length === 0) return;
  // Evidence and records are looked after by the rule about broken links.
  const evidence = new Set(linkedPaths(reading.doc).map(({ span }) => span.start));
  for (const { url, urlSpan } of links) {
    const place = resolveLink(self, url);
    if (!place || evidence.has(urlSpan.start) || workspace.link(self, url)?.file !== false) continue;
    report({
      span: urlSpan,
      message: `This document names an initiative whose decision-rights document, ${shownPath(reading, place.path)}, is not there. Write it, or correct the link.`,
    });
  }
}

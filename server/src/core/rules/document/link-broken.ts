import { registerOf } from '../../document/register.ts';
import { linkedPaths } from '../../workspace/links.ts';
import { documentOfRow } from '../register/shared.ts';
import { defineRule } from '../rule.ts';

export const linkBroken = defineRule({
  id: 'link-broken',
  group: 'document',
  severity: 'warning',
  needs: 'said',
  documents: ['decision-rights', 'ai-system-register'],
  summary: 'a link to evidence, a record or a document leads nowhere',
  why: 'An acceptance, a gate decision or a settled disagreement counts for as much as its record can be shown. A link to a file that was moved or renamed leaves the claim without it. Correct the path, or put the record back. Links to the web are never looked up, and nothing outside the workspace is.',
  source: 'product',
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nowner:\n  name: Dana Whitfield\n  title: VP Claims\n  accepted_on: 2026-01-15\n  evidence: ⟦evidence/claims-acceptence.md⟧\n---\n\n# Claims triage\n',
        files: { 'evidence/claims-acceptance.md': '# Acceptance\n' },
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n## Business case\n\nThe case is in [the case of May](⟦cases/claims.md#savings⟧).\n',
        files: { 'cases/claims.md': '# Claims\n\n## Costs\n' },
        note: 'the file is there, the heading is not',
      },
      {
        path: 'ai-systems.md',
        text: '---\ntype: ai-system-register\n---\n\n| System | Initiative | Called first | Document |\n| --- | --- | --- | --- |\n| Claims triage | claims-triage | Dana Whitfield | [claims](⟦claims.md#owner⟧) |\n',
        files: {
          'claims.md': '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n',
        },
        note: 'a row of the register',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\ngate:\n  business_case:\n    link: cases/claims%20triage.md#what-it-saves\n---\n\n# Claims triage\n',
        files: { 'cases/claims triage.md': '# Claims\n\n## What it saves\n' },
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nescalation:\n  documented_in: Decision log in the wiki\n---\n\n# Claims triage\n\nSee [the policy](missing.md).\n\n## Business case\n\nSee [the figures](https://example.com/figures) and ask [Dana](mailto:dana@example.com).\n',
        files: {},
        note: 'the web, mail and links in passing are not looked up',
      },
      {
        path: 'ai-systems.md',
        text: '---\ntype: ai-system-register\n---\n\n| System | Initiative | Called first | Document |\n| --- | --- | --- | --- |\n| Claims triage | claims-triage | Dana Whitfield | [claims](claims.md) |\n',
        files: {},
        note: 'a row whose document is nowhere: initiative-without-document',
      },
    ],
  },
  check(reading, report) {
    const { doc, settings } = reading;
    if (!settings.workspace) return;
    // A row of the register whose document is nowhere has a finding of its own.
    const rows = registerOf(reading).filter((row) => !documentOfRow(reading, row));
    for (const { url, span } of linkedPaths(doc)) {
      if (rows.some(({ link }) => link?.span.start === span.start)) continue;
      const target = settings.workspace.link(doc.path, url);
      if (!target || (target.file && target.heading)) continue;
      const { nearest } = target;
      const [path = url, heading = ''] = url.split('#');
      report({
        span,
        message: target.file
          ? `The file has no heading "${heading}". Correct the link, or add the heading.`
          : `There is no file "${path}". ${nearest === undefined ? 'Correct the path, or put the file there.' : `Did you mean "${nearest}"?`}`,
        fixes: () =>
          nearest === undefined
            ? []
            : [{ title: `Link to ${nearest}`, safety: 'manual', edits: [{ span, newText: nearest }] }],
      });
    }
  },
});

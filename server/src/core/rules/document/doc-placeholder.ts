import { ownerVerdict } from '../../document/owner-verdict.ts';
import { placeholdersOf } from '../../document/placeholders.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

/** More than these in one document is a template, and one finding more says nothing new. */
const MAX = 100;

export const docPlaceholder = defineRule({
  id: 'doc-placeholder',
  group: 'document',
  severity: 'warning',
  needs: 'whole',
  summary: 'a placeholder that nobody has filled in',
  why: 'A placeholder marks a question nobody has answered. Left in an approved document it gets read as an answer, and the gap shows when somebody needs it. Fill it in, or take the line out. A document that is meant to be copied says `template: true`, and its placeholders are then left alone.',
  source: [14, 110],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nowner: Dana Whitfield, VP Claims\ntechnical_owner: ⟦TBD⟧\n---\n\n# Claims triage\n\nThe pilot costs ⟦[Amount]⟧ a month.\n\n- Deputy: ⟦to be confirmed⟧\n- TODO list: none. ⟦TODO⟧ ask Finance.\n\n**⟦Cost centre⟧:**\n'.replace(
          'TODO list: none. ',
          '',
        ),
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\ngate:\n  decide_by: ⟦YYYY-MM-DD⟧\n---\n\n# Claims triage\n\n| Metric | Baseline |\n| --- | --- |\n| Cost per claim | ⟦[Figure before the pilot]⟧ |\n',
        note: 'in frontmatter and in a table',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n- [ ] Sign the case\n- [x] Name the owner\n\nSee [Name of the policy](policy.md), [1] and `[Name]`. The limit is to be decided by the owner.\n\n<!-- TODO: ask Finance -->\n\n```\nowner: [Name]\n```\n',
        note: 'checkboxes, links, citations, code and comments are no placeholders',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n**Triggers:**\n\n- More than 2 % wrong refusals in a day\n\n**Deputy:**\nLena Roth\n',
        note: 'what a label announces may stand below it',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n## Change history\n\n- 2026-02-01: first draft, owner TBD\n\n| Version | Date | Change |\n| --- | --- | --- |\n| 0.1 | 2026-01-10 | Gate section TODO |\n',
        note: 'what was open in an earlier version',
      },
      {
        text: '---\ntype: decision-rights\ntemplate: true\n---\n\n# [Name of the initiative]\n\nOwner: TBD\n',
        note: 'a template',
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\nowner: TBD\n---\n\n# Claims triage\n',
        note: 'the owner’s place is left to owner-unnamed',
      },
    ],
  },
  check(reading, report) {
    const claimed: Span[] = [];
    const verdict = ownerVerdict(reading);
    // The owner's place is reported by a rule of its own.
    if (verdict?.rule === 'owner-unnamed') claimed.push(verdict.span, verdict.owner.span);
    let count = 0;
    for (const { span, text, kind } of placeholdersOf(reading)) {
      if (claimed.some((other) => overlaps(span, other))) continue;
      if (++count > MAX) return;
      report({
        span,
        message:
          kind === 'blank-field'
            ? `Nothing stands behind "${text}". Fill it in, or take the line out.`
            : `"${text}" is a placeholder. Write what belongs here, or take it out.`,
      });
    }
  },
});

import { defineRule } from '../rule.ts';

const BEFORE = '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n';

export const directiveWithoutReason = defineRule({
  id: 'directive-without-reason',
  group: 'document',
  severity: 'warning',
  needs: 'said',
  documents: ['decision-rights', 'ai-system-register'],
  summary: 'a finding is to be silenced and no reason is given',
  why: 'An exception from a governance rule is itself a decision, and whoever reads the document later needs to know why it was made. Without a reason the directive silences nothing. Write the reason behind a colon; reports list every exception with it.',
  source: 'product',
  afterSuppression: true,
  examples: {
    bad: [
      {
        text: `${BEFORE}⟦<!-- decision-rights-disable-next-line doc-placeholder -->⟧\nThe budget is TBD.\n`,
      },
      {
        text: '---\ntype: decision-rights\ninitiative: claims-triage\ntechnical_owner: TBD ⟦# decision-rights-disable-line doc-placeholder:⟧\n---\n\n# Claims triage\n',
        note: 'in frontmatter, a colon alone',
      },
    ],
    good: [
      {
        text: `${BEFORE}<!-- decision-rights-disable-next-line doc-placeholder: Finance names it in May -->\nThe budget is TBD.\n`,
      },
      {
        text: `${BEFORE}<!-- decision-rights-disable doc-placeholder: Finance names both in May -->\n\nThe budget is TBD, and so is the cost centre.\n\n<!-- decision-rights-enable doc-placeholder -->\n`,
        note: 'ending a stretch needs no reason',
      },
    ],
  },
  check(reading, report) {
    for (const directive of reading.suppression?.directives ?? []) {
      // A rule that does not exist is the first thing to mend.
      if (directive.form === 'enable' || directive.reason !== '' || directive.rules.length === 0) continue;
      const { text } = reading.doc;
      const before = text.slice(directive.ruleSpan.end, directive.reasonSpan.start).includes(':')
        ? ' '
        : ': ';
      report({
        span: directive.span,
        message: `No reason is given for silencing \`${directive.rule}\`, so it is not silenced. Write the reason behind a colon.`,
        fixes: () => [
          {
            title: 'Insert a reason to be filled in',
            safety: 'manual',
            edits: [{ span: directive.reasonSpan, newText: `${before}[Reason]` }],
          },
        ],
      });
    }
  },
});

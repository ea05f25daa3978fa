import type { Directive, NamedRule } from '../../document/directive.ts';
import type { Reading } from '../../document/reading.ts';
import type { Span } from '../../text/span.ts';
import { applies } from '../applies.ts';
import { defineRule, type Fix } from '../rule.ts';

const BEFORE = '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n';

export const directiveUnused = defineRule({
  id: 'directive-unused',
  group: 'document',
  severity: 'warning',
  needs: 'said',
  safeFixes: true,
  documents: ['decision-rights', 'ai-system-register'],
  summary: 'a directive that silences nothing, or names a rule that does not exist',
  why: 'A directive outlives what it was written for: the finding is mended, the exception stays and would hide the next one. One with a slip in the rule id never worked. Take it out, or name the rule that was meant.',
  source: 'product',
  afterSuppression: true,
  examples: {
    bad: [
      {
        text: `${BEFORE}⟦<!-- decision-rights-disable-next-line doc-placeholder: Finance names it in May -->⟧\nThe budget is EUR 240,000.\n`,
        note: 'what it silenced is mended',
      },
      {
        text: `${BEFORE}<!-- decision-rights-disable-next-line ⟦doc-placeholdr⟧: Finance names it in May -->\nThe budget is TBD.\n`,
        note: 'an id with a slip',
      },
      {
        text: `${BEFORE}The budget is EUR 240,000. ⟦<!-- decision-rights-disable doc-placeholder: Finance names it -->⟧  \nIt is paid monthly. ⟦<!-- decision-rights-disable doc-placeholder: Finance names it -->⟧`,
        note: 'behind a text',
      },
      {
        text: `${BEFORE}⟦<!-- decision-rights-disable doc-placeholder: Finance names it -->⟧ The budget is EUR 240,000.\n\nIt is ⟦<!-- decision-rights-disable doc-placeholder: Finance says how -->⟧ paid monthly.\n`,
        note: 'before a text, and in the middle of one',
      },
      {
        text: `${BEFORE}The budget is EUR 240,000.\n\n  ⟦<!-- decision-rights-disable-next-line doc-placeholder: Finance names it -->⟧`,
        note: 'on the last line',
      },
      {
        text: `${BEFORE}⟦<!-- decision-rights-disable-next-line -->⟧\nThe budget is EUR 240,000.\n`,
        note: 'no rule is named',
      },
      {
        text: `${BEFORE}<!-- decision-rights-disable-next-line ⟦spelling⟧: names of products -->\nThe budget is EUR 240,000.\n\n<!-- decision-rights-disable-next-line ⟦doc-placehodr⟧: Finance names it -->\nThe cost centre is TBD.\n`,
        note: 'a rule that does not exist, and an id with two slips',
      },
      {
        text: `${BEFORE}⟦<!-- decision-rights-disable-next-line directive-unused: for later -->⟧\nThe budget is EUR 240,000.\n`,
        note: 'this rule cannot be silenced',
      },
      {
        text: `${BEFORE}⟦<!-- decision-rights-disable-next-line link-broken: moved in May -->⟧\nThe budget is EUR 240,000.\n`,
        files: {},
        note: 'the other files were looked at',
      },
      {
        text: `${BEFORE}⟦<!-- decision-rights-disable-next-line directive-without-reason: for later -->⟧\nThe budget is EUR 240,000.\n`,
        config: 'rules:\n  directive-without-reason: off\n',
        note: 'nor can the one about reasons, and here it does not even run',
      },
    ],
    good: [
      {
        text: `${BEFORE}<!-- decision-rights-disable-next-line doc-placeholder: Finance names it in May -->\nThe budget is TBD.\n`,
      },
      {
        config: 'rules:\n  doc-placeholder: off\n',
        text: `${BEFORE}<!-- decision-rights-disable-next-line doc-placeholder: Finance names it in May -->\nThe budget is TBD.\n`,
        note: 'the rule does not run here: nobody can tell',
      },
      {
        text: `${BEFORE}<!-- decision-rights-disable-next-line link-broken: moved in May -->\nThe budget is EUR 240,000.\n\n<!-- decision-rights-disable-next-line initiative-duplicated: the other one ends in May -->\nThe cost centre is 4711.\n`,
        note: 'where nobody looked at other files, nobody can tell',
      },
      {
        text: `${BEFORE}<!-- decision-rights-disable-next-line metric: agreed with Finance -->\nThe budget is EUR 240,000.\n`,
        config: 'rules:\n  metric-technical-only: off\n',
        note: 'one rule of the group does not run here',
      },
    ],
  },
  check(reading, report) {
    for (const directive of reading.suppression?.unused ?? []) {
      const { rule, rules, nearest, span, ruleSpan } = directive;
      if (rules.length > 0) {
        if (!rules.every((one) => ran(one, reading))) continue;
        report({
          span,
          message: `This directive silences nothing: \`${rule}\` finds nothing here. Take it out.`,
          fixes: () => [removal(reading, directive)],
        });
        continue;
      }
      const advice = nearest
        ? `Did you mean \`${nearest.text}\`?`
        : 'Name a rule, or take the directive out.';
      report({
        span: rule === '' ? span : ruleSpan,
        message:
          rule === '' ? `This directive names no rule. ${advice}` : `There is no rule \`${rule}\`. ${advice}`,
        fixes: () => {
          const fixes: Fix[] = [];
          if (nearest)
            fixes.push({
              title: `Write ${nearest.text}`,
              safety: nearest.unique && nearest.distance === 1 ? 'safe' : 'manual',
              edits: [{ span: ruleSpan, newText: nearest.text }],
            });
          fixes.push({ ...removal(reading, directive), safety: 'manual' });
          return fixes;
        },
      });
    }
  },
});

/** Rules that look at other files, beside those of the register; where nobody gathered those, silence says nothing. */
const LOOKS_AROUND = new Set(['link-broken', 'ownership-contested', 'portfolio-customer-facing-heavy']);

/** Whether the rule had its say on this document. One that cannot be silenced never needs a directive. */
function ran(rule: NamedRule, reading: Reading): boolean {
  if (rule.afterSuppression) return true;
  if (reading.settings.workspace === undefined && (LOOKS_AROUND.has(rule.id) || rule.group === 'register'))
    return false;
  return applies(rule, reading);
}

function removal(reading: Reading, directive: Directive): Fix {
  return {
    title: 'Remove the directive',
    safety: 'safe',
    edits: [{ span: withItsLine(reading.doc.text, directive.span), newText: '' }],
  };
}

/** The comment with the line it stands on when nothing else does, else with the blanks before it. */
function withItsLine(text: string, { start, end }: Span): Span {
  const before = text.slice(0, start).replace(/[ \t]+$/, '');
  const after = text.slice(end).replace(/^[ \t]+/, '');
  const alone = /^$|[\r\n\uFEFF]$/.test(before);
  if (!/^(?:$|[\r\n])/.test(after)) return { start, end: alone ? text.length - after.length : end };
  const left = alone ? after.replace(/^(?:\r\n|[\r\n])/, '') : after;
  return { start: before.length, end: text.length - left.length };
}

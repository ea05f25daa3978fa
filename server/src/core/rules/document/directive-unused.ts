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

/** Rules that look at other files; where nobody gathered those, silence says nothing. */
const LOOKS_AROUND = new Set([
  'link-broken',
  'system-not-in-register',
  'initiative-without-document',
  'initiative-duplicated',
  'ownership-contested',
  'portfolio-customer-facing-heavy',
]);

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
  let from = start;
  while (from > 0 && /[ \t]/.test(text[from - 1] ?? '')) from--;
  let to = end;
  while (to < text.length && /[ \t]/.test(text[to] ?? '')) to++;
  const alone = from === 0 || /[\r\n\uFEFF]/.test(text[from - 1] ?? '');
  const ends = to === text.length || /[\r\n]/.test(text[to] ?? '');
  if (!ends) return alone ? { start, end: to } : { start, end };
  if (!alone) return { start: from, end: to };
  if (text.startsWith('\r\n', to)) to += 2;
  else if (to < text.length) to++;
  return { start: from, end: to };
}

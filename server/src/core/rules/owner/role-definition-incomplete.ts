import { escalationOf } from '../../document/escalation.ts';
import type { SectionKind } from '../../document/heading-kinds.ts';
import { metricsOf } from '../../document/metrics.ts';
import { ownerMention } from '../../document/owner.ts';
import { roleDefinition } from '../../document/role-definition.ts';
import { stopAuthorityOf } from '../../document/stop-authority.ts';
import { at, overlaps, type Span } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { manual, nameOf } from './shared.ts';

export const roleDefinitionIncomplete = defineRule({
  id: 'role-definition-incomplete',
  group: 'owner',
  severity: 'error',
  needs: 'whole',
  summary: 'The owner’s role definition leaves out the metric, the stop authority or the escalation path.',
  why:
    'Two sentences are enough to define the owner’s role, if they say three things: which business metric the person owns, what the person may stop, and what happens when owner and CTO disagree. ' +
    'What is said neither here nor elsewhere in the document will be argued about when it is needed. ' +
    'A piece that stands in a section of its own need not be repeated.',
  source: [39, 96],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Owner\n\n⟦Dana Whitfield owns the metric cost per claim and may pause the system or roll it back.⟧\n',
        note: 'no word on disagreement',
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\nstop_authority:\n  holder: Dana Whitfield\n  rights: [pause, roll-back]\n  triggers: [More than 2 % wrong refusals in a day]\n  reach_within: 30min\n  mechanism: Feature flag claims-ai\n---\n\n## Ownership\n\n⟦Dana Whitfield is accountable for this initiative.⟧\n',
        note: 'neither metric nor disagreement',
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Owner\n\n⟦Dana Whitfield owns cost per claim. If she and the CTO disagree, the CTO decides after 48 hours.⟧\n',
        note: 'two sentences already: the second goes on',
        raises: ['stop-authority-no-mechanism', 'stop-authority-no-trigger'],
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Owner\n\n⟦Dana Whitfield owns cost per claim. **If she and the CTO disagree, the CTO decides after 48 hours.**⟧\n',
        note: 'the full stop stands inside an emphasis',
        raises: ['stop-authority-no-mechanism', 'stop-authority-no-trigger'],
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Owner\n\n⟦Dana Whitfield owns cost per claim. If she and the CTO disagree, the CTO decides after 48 hours⟧\n',
        note: 'and here it is missing',
        raises: ['stop-authority-no-mechanism', 'stop-authority-no-trigger'],
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Owner\n\n⟦Dana Whitfield may pause the system or roll it back; if she and the CTO disagree, the CTO decides after 48 hours⟧\n',
        note: 'one sentence without its full stop, and no metric',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n\n⟦**The claims unit owns this initiative.**⟧\n',
        note: 'nothing of the three, and nobody is named',
        raises: ['stop-authority-no-mechanism', 'stop-authority-no-trigger'],
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\nescalation:\n  timebox: 48h\n---\n\n## Owner\n\n⟦Dana Whitfield may pause the system or roll it back.⟧\n',
        note: 'the frontmatter has the escalation',
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Owner\n\n⟦Dana Whitfield may pause the system or roll it back.⟧\n\n## Metrics\n\nTo be agreed with finance.\n',
        note: 'there is a section for the metric, whatever it says',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n\nDana Whitfield, VP Claims, owns cost per claim and may pause the system or roll it back. If she and the CTO disagree, the CTO decides after 48 hours and writes the decision down.\n',
        note: 'two sentences with all three',
      },
      {
        text: '---\ntype: decision-rights\nmetrics: [Cost per claim]\n---\n\n## Owner\n\nDana Whitfield, VP Claims, is accountable for the result.\n\n## Stop authority\n\nDana Whitfield may pause the system or roll it back.\n\n## Escalation\n\nThe CTO decides after 48 hours.\n',
        note: 'the three stand elsewhere',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n\n- Owner: Dana Whitfield, VP Claims\n',
        note: 'no paragraph, no role definition',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n\nDana Whitfield, VP Claims, owns cost per claim.\n\n## Roles\n\n- Stop authority: Dana Whitfield\n- Escalation: the CTO decides after 48 hours\n',
        note: 'lines elsewhere say the rest',
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Owner\n\nDana Whitfield may pause the system or roll it back. If she and the CTO disagree, the CTO decides after 48 hours.\n\n- Metric: cost per claim\n',
        note: 'a line below names the metric',
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\nstop_authority: Dana Whitfield\nmetrics: [Cost per claim]\n---\n\n## Owner\n\nDana Whitfield is accountable for this initiative.\n',
        note: 'a single gap where the rest stands in its own place: escalation-missing',
      },
    ],
  },
  check(reading, report) {
    const definition = roleDefinition(reading);
    if (!definition) return;
    const { says, prose } = definition;
    const { frontmatter, outline } = reading;
    const isElsewhere = ({ span }: { readonly span: Span }): boolean => !overlaps(span, prose.span);
    const hasPlace = (key: string, kind: SectionKind): boolean =>
      frontmatter.has(key) || outline.regions.some((region) => region.own && region.kind === kind);
    const elsewhere = {
      metric: metricsOf(reading).some(isElsewhere) || hasPlace('metrics', 'metrics'),
      stop: stopAuthorityOf(reading).statements.some(isElsewhere) || hasPlace('stop_authority', 'stop'),
      escalation: escalationOf(reading).sentences.some(isElsewhere) || hasPlace('escalation', 'escalation'),
    };
    const parts = ['metric', 'stop', 'escalation'] as const;
    const lacks = parts.filter((part) => !says[part] && !elsewhere[part]);
    // Where sections carry the rest, a single gap is that section's, and its own rule reports it.
    const carries = parts.some((part) => says[part] && !elsewhere[part]);
    if (lacks.length === 0 || (lacks.length === 1 && !carries)) return;
    const words = {
      metric: 'a business metric',
      stop: 'the right to stop the system',
      escalation: 'what happens in a disagreement',
    };
    const list = lacks.map((part) => words[part]);
    report({
      span: prose.span,
      message: `The owner’s role definition says nothing about ${list.length > 1 ? `${list.slice(0, -1).join(', ')} or ` : ''}${list.at(-1) ?? ''}, and nor does the rest of the document. Add it in a sentence.`,
      fixes: () => {
        const owner = ownerMention(reading);
        const name = owner ? nameOf(owner) : 'the owner';
        const clauses = [
          ...(lacks.includes('metric') ? [`${name} owns the business metric [metric]`] : []),
          ...(lacks.includes('stop') ? [`${name} may pause the system or roll it back at any time`] : []),
          ...(lacks.includes('escalation')
            ? [
                `if ${name} and the CTO disagree, the CTO decides after 48 hours and writes the decision down`,
                'until then the system stays paused',
              ]
            : []),
        ];
        // One sentence more at most: two are what a role definition may have.
        const added = clauses.join('; ');
        const { end } = prose.span;
        const closed = /[.!?]$/.test(prose.text);
        // The full stop may stand inside an emphasis that closes behind it.
        const stop = closed ? reading.doc.text.lastIndexOf(prose.text.at(-1) ?? '', end) : end;
        const opened = added.charAt(0).toUpperCase() + added.slice(1);
        const edit =
          definition.sentences.length > 1
            ? { span: { start: stop, end: closed ? stop + 1 : end }, newText: `; ${added}.` }
            : { span: at(end), newText: `${closed ? '' : '.'} ${opened}.` };
        return [manual('Complete the role definition', [edit])];
      },
    });
  },
});

import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { initiativeOf } from '../../edits/initiative.ts';
import { frontmatterPlace } from '../places.ts';
import { defineRule } from '../rule.ts';

export const initiativeMissing = defineRule({
  id: 'initiative-missing',
  group: 'document',
  severity: 'error',
  needs: 'whole',
  summary: 'a document that does not say which initiative it is about',
  why: 'One document belongs to one initiative, and the id is how the register, the portfolio and other documents find it. It also shows when two documents claim the same initiative. Give it a short id that stays when the title changes.',
  source: [39, 44],
  examples: {
    bad: [
      { text: '⟦---⟧\ntype: decision-rights\nstatus: pilot\n---\n\n# Claims triage\n' },
      {
        text: '---\ntype: decision-rights\n⟦initiative⟧:\n---\n\n# Claims triage\n',
        note: 'the key is there and blank',
      },
      {
        text: '⟦---⟧\ntype: decision-rights\ntitle: Claims triage in motor\n---\n\n# Decision rights\n',
        note: 'the frontmatter has a title',
      },
      {
        path: 'notes/-.md',
        text: '⟦---⟧\ntype: decision-rights\n---\n',
        note: 'nothing to make an id of',
      },
    ],
    good: [
      { text: '---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n' },
      {
        path: 'claims-triage.decision-rights.md',
        text: '# Claims triage\n',
        note: 'without frontmatter, that is the one finding',
      },
      {
        text: '---\ntype: decision-rights\ntemplate: true\n---\n\n# [Initiative]\n',
        note: 'a template has none',
      },
    ],
  },
  check(reading, report) {
    const { frontmatter, doc } = reading;
    if (!frontmatter.present || frontmatter.invalid('initiative') || frontmatter.text('initiative')) return;
    const title = frontmatter.text('title');
    report({
      span: frontmatter.entry('initiative')?.keySpan ?? frontmatterPlace(doc),
      message:
        'This document does not say which initiative it is about. Give it a short id of its own in `initiative`.',
      fixes: () => {
        const id = initiativeOf(reading);
        const from = title === undefined ? 'the title' : `"${title}"`;
        return id === undefined
          ? []
          : [
              {
                title: `Set initiative to ${id}, from ${from}`,
                safety: 'manual',
                edits: setFrontmatter(doc, ['initiative'], id),
              },
            ];
      },
    });
  },
});

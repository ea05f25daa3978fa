import { ownerVerdict } from '../../document/owner-verdict.ts';
import { appendToRegion } from '../../edits/body-edits.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { defineRule } from '../rule.ts';
import { addOwner, manual, nameOf } from './shared.ts';

export const ownerSeniorityUnknown = defineRule({
  id: 'owner-seniority-unknown',
  group: 'owner',
  severity: 'info',
  needs: 'whole',
  summary: 'Nothing says how senior the owner is.',
  why:
    'The owner is named without a title, and no people register knows the person. ' +
    'A reader cannot tell whether this person may fund, accept risk and stop the system. ' +
    'Add the title once, anywhere in the document, or add the person to the people register.',
  source: [26, 89],
  examples: {
    bad: [
      { text: '---\ntype: decision-rights\nowner: ⟦Dana Whitfield⟧\n---\n' },
      { text: '---\ntype: decision-rights\n---\n\n## Owner\n\n- Owner: ⟦Dana Whitfield⟧\n' },
      {
        text: '---\ntype: decision-rights\ndecisions:\n  production-go-live:\n    accountable: ⟦Dana Whitfield⟧\n---\n',
        note: 'the Accountable for going live stands in for the owner',
      },
      { text: '---\ntype: decision-rights\nowner: [⟦Dana Whitfield⟧]\n---\n', note: 'a list of one' },
      {
        path: 'claims-triage.decision-rights.md',
        text: '# Claims triage\n\n| Decision | Responsible | Accountable |\n| --- | --- | --- |\n| Production go-live | Ben Ito | ⟦Dana Whitfield⟧ |\n',
        note: 'a document without frontmatter',
      },
      {
        text: '---\ntype: decision-rights\nowner:\n  name: ⟦Dana Whitfield⟧\n  accepted_on: 2026-01-15\n---\n',
        note: 'what else is said of the owner stays',
      },
    ],
    good: [
      { text: '---\ntype: decision-rights\nowner: Dana Whitfield (VP Claims)\n---\n' },
      {
        text: '---\ntype: decision-rights\nowner: Dana\n---\n\n## Approvals\n\nDana Whitfield, VP Claims, signs the case.\n',
        note: 'the title stands elsewhere in the document, with the full name',
      },
      {
        text: '---\ntype: decision-rights\nowner: "@dana"\n---\n',
        people: 'people:\n  - {id: dana, name: Dana Whitfield, handles: ["@dana"], title: VP Claims}\n',
        note: 'the register knows the handle',
      },
    ],
  },
  check(reading, report) {
    const verdict = ownerVerdict(reading);
    if (verdict?.rule !== 'owner-seniority-unknown' || !verdict.mention) return;
    const { mention, owner } = verdict;
    const name = nameOf(mention);
    report({
      span: verdict.span,
      message: `Nothing says which position ${name}, the owner, holds. Add the title, so that a reader sees that this person may decide.`,
      fixes: () => {
        const { doc } = reading;
        const whole = owner.from === 'outcome' || reading.frontmatter.node('owner')?.kind === 'list';
        const edits = owner.region
          ? appendToRegion(doc, owner.region, '- Title: [Title]')
          : whole
            ? addOwner(reading, { name, title: '[Title]' })
            : setFrontmatter(doc, ['owner', 'title'], '[Title]');
        return [manual('Add a title to be filled in', edits)];
      },
    });
  },
});

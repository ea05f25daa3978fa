import { gateOf } from '../../document/gate.ts';
import { ownerOf } from '../../document/owner.ts';
import { soundOwner } from '../../document/owner-verdict.ts';
import { errorFromGate } from '../../document/stage.ts';
import { appendToRegion } from '../../edits/body-edits.ts';
import { setFrontmatter } from '../../edits/frontmatter-edits.ts';
import { dayOf, formatDay } from '../../text/dates.ts';
import { defineRule } from '../rule.ts';
import { addOwner, manual, nameOf } from './shared.ts';

export const ownerNotAccepted = defineRule({
  id: 'owner-not-accepted',
  group: 'owner',
  severity: 'error',
  severityNote: 'error at gate and in production, warning in pilot',
  needs: 'whole',
  summary: 'The owner is named and has not accepted.',
  why:
    'A name in a document is a proposal until that person has said yes. ' +
    'People who learn from a document that they answer for a result do not act as if they did, and the funding gate is where this comes out. ' +
    'Ask, and write down the day on which the owner accepted; a link to the mail or the minutes makes it good evidence.',
  source: [18, 23, 26, 77, 110],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner: ⟦Dana Whitfield, VP Claims⟧\n---\n',
        severity: 'error',
      },
      {
        text: '---\ntype: decision-rights\nowner:\n  name: ⟦Dana Whitfield⟧\n  title: VP Claims\n---\n',
        severity: 'warning',
        note: 'a pilot is informal: a warning',
      },
      {
        text: '---\ntype: decision-rights\nstatus: production\n---\n\n## Owner\n\n- Owner: ⟦Dana Whitfield, VP Claims⟧\n',
        note: 'named in the owner’s section',
      },
      {
        path: 'claims-triage.decision-rights.md',
        text: '# Claims triage\n\n## Owner\n\n- Owner: ⟦Dana Whitfield, VP Claims⟧\n\n## Metrics\n\n- Cost per claim\n',
        severity: 'warning',
        note: 'a document without frontmatter',
      },
      {
        path: 'claims-triage.decision-rights.md',
        text: '# Claims triage\n\n| Decision | Responsible | Accountable |\n| --- | --- | --- |\n| Production go-live | Ben Ito | ⟦Dana Whitfield, VP Claims⟧ |\n',
        severity: 'warning',
        note: 'and without a word about the owner',
      },
      {
        text: '---\ntype: decision-rights\nowner:\n  - ⟦Dana Whitfield, VP Claims⟧\n---\n',
        severity: 'warning',
        note: 'a list of one',
      },
      {
        text: '---\ntype: decision-rights\nowner:\n  unit: Claims\n---\n\n## Owner\n\n- Owner: ⟦Dana Whitfield, VP Claims⟧\n',
        severity: 'warning',
        note: 'the frontmatter says only the unit',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n\n- Owner: ⟦Dana Whitfield, VP Claims (not yet accepted, asked on 2026-03-02)⟧\n',
        severity: 'warning',
        note: 'a day on which nobody accepted',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner:\n  name: Dana Whitfield\n  title: VP Claims\n  accepted_on: 2026-01-15\n---\n',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\n---\n\n## Owner\n\nDana Whitfield, VP Claims, is accountable for cost per claim. She accepted the role on 15 January 2026.\n',
        note: 'a sentence with its date',
      },
      {
        path: 'claims-triage.decision-rights.md',
        text: '# Claims triage\n\n**Owner:** Dana Whitfield, VP Claims (accepted 2026-03-02)\n**Technical owner:** Ben Ito\n',
        note: 'the day beside the name',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner: Dana Whitfield, VP Claims\n---\n\n## Funding gate\n\n2. Is there a named business owner who formally accepts accountability? Yes, Dana Whitfield, accepted on 2026-05-04.\n',
        note: 'the day in the gate’s answer',
      },
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner: TBD\n---\n',
        note: 'nobody is named yet: that is the finding, not the acceptance',
      },
    ],
  },
  check(reading, report) {
    const mention = soundOwner(reading);
    const owner = ownerOf(reading);
    if (!mention || !owner || owner.accepted || reading.frontmatter.invalid('owner', 'accepted_on')) return;
    // The gate's second question asks for it, and its answer may hold the day.
    const gate = gateOf(reading);
    if (gate?.accepted && gate.questions.owner.answer?.value === true) return;
    const name = nameOf(mention);
    report({
      span: mention.span,
      severity: errorFromGate(reading),
      message: `${name} is ${owner.from === 'outcome' ? 'Accountable for the outcome' : 'named as owner'}, and nothing says that ${name} accepted. Ask, and write down the day of the yes.`,
      fixes: () => {
        const { doc, frontmatter } = reading;
        const today = formatDay(dayOf(reading.settings.now));
        const title = `Write down that ${name} accepted today, ${today}`;
        if (!frontmatter.present && owner.region)
          return [manual(title, appendToRegion(doc, owner.region, `- Accepted on: ${today}`))];
        const edits =
          !frontmatter.has('owner') || frontmatter.node('owner')?.kind === 'list'
            ? addOwner(reading, { name: mention.party.text, accepted_on: today })
            : setFrontmatter(doc, ['owner', 'accepted_on'], today);
        return [manual(title, edits)];
      },
    });
  },
});

import { emptySections, type RequiredKind } from '../../document/empty-sections.ts';
import { ownerMention } from '../../document/owner.ts';
import { appendToRegion } from '../../edits/body-edits.ts';
import { PLACEHOLDERS, SECTION_TEMPLATES } from '../../edits/section-templates.ts';
import { defineRule } from '../rule.ts';

const WANTED: Readonly<Record<RequiredKind, string>> = {
  owner: 'Name the one person who answers for the result',
  raci: 'Say who approves the go-live and who makes the other decisions',
  stop: 'Say who may pause the system or roll it back',
  escalation: 'Say what happens when the owner and the CTO disagree',
};

const COMPLETE_FRONTMATTER = `owner: {name: Dana Whitfield, title: VP Claims}`;

export const docSectionMissing = defineRule({
  id: 'doc-section-missing',
  group: 'document',
  severity: 'error',
  needs: 'whole',
  summary: 'a heading that every document needs stands there with nothing under it',
  why: 'A decision-rights document says who owns the result, who approves the go-live, who may stop the system and where a disagreement goes. A heading alone looks as if that had been settled and leaves the reader without an answer at the moment it is needed. Write the answer under the heading, or give it in the frontmatter. Where the whole section is absent, another rule says so.',
  source: [45],
  examples: {
    bad: [
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n${COMPLETE_FRONTMATTER}\n---\n\n# Claims triage\n\n⟦## Stop authority⟧\n\n## Escalation\n\nIf Dana Whitfield and the CTO disagree, the CTO decides within 48 hours and records the decision.\n`,
      },
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n${COMPLETE_FRONTMATTER}\nstop_authority: Dana Whitfield\n---\n\n# Claims triage\n\n⟦## 2. Escalation⟧\n\n<!-- to be written -->\n`,
        note: 'a comment says nothing to the reader',
      },
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n⟦## Owner⟧\n\n⟦## Stop authority⟧\n`,
        note: 'nobody is named yet',
        raises: ['technical-owner-missing'],
      },
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n⟦## Owner⟧\n\n## RACI\n\n| Decision | Accountable | Responsible |\n| --- | --- | --- |\n| Production go-live | Dana Whitfield, VP Claims | Ben Ito |\n`,
        note: 'a table says who answers for going live',
      },
    ],
    good: [
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\nowner: Dana Whitfield, VP Claims\n---\n\n# Claims triage\n\n## Owner\n`,
        note: 'the frontmatter says it',
      },
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\n## Decision rights\n\n### RACI\n\n| Decision | Dana Whitfield | Omar Haddad |\n| --- | --- | --- |\n| Production go-live | A | R |\n`,
        note: 'the text stands under a heading below',
      },
      {
        text: `---\ntype: decision-rights\ninitiative: claims-triage\n---\n\n# Claims triage\n\nWhat the system does.\n`,
        note: 'a section that is wholly absent is left to the rule about its content',
      },
    ],
  },
  check(reading, report) {
    for (const [kind, region] of emptySections(reading)) {
      const { heading } = region;
      if (!heading) continue;
      report({
        span: heading.prose.span,
        message: `Nothing stands under "${heading.prose.text}". ${WANTED[kind]}.`,
        fixes: () => {
          const party = ownerMention(reading)?.party;
          const owner = party?.name ?? PLACEHOLDERS.owner;
          const ownerTitle = party?.title ?? PLACEHOLDERS.ownerTitle;
          // A sentence full of gaps names nobody; a line to fill in does.
          const body =
            kind === 'owner'
              ? `Owner: ${owner}, ${ownerTitle}`
              : SECTION_TEMPLATES[kind].body({ ...PLACEHOLDERS, owner });
          return [
            {
              title: `Insert a text under "${heading.prose.text}" to be filled in`,
              safety: 'manual',
              edits: appendToRegion(reading.doc, region, body),
            },
          ];
        },
      });
    }
  },
});

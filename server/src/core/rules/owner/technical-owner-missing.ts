import { ownerOf, ownerUnreadable } from '../../document/owner.ts';
import { perPart } from '../../document/per-part.ts';
import { once } from '../../document/reading.ts';
import type { TableBlock } from '../../markdown/blocks.ts';
import type { Prose } from '../../markdown/prose.ts';
import { sectionPlace } from '../places.ts';
import { defineRule } from '../rule.ts';
import { manual, technicalOwnerEdits } from './shared.ts';

const LABEL =
  /^(?:technical|tech|technology|engineering|model|system|platform|it) (?:owner|lead|leader|contact|responsible)\b|^(?:owner|lead) \(?technical\)?$|^(?:cto|technischer? verantwortlicher?|responsable (?:technique|tecnico|técnico))$/i;
const SENTENCE =
  /\b(?:technical|tech|engineering|model|platform) (?:owner|lead)\b|\b(?:accuracy|uptime|infrastructure|availability)\b[^.\n]{0,60}\b(?:stays?|stay|sits?|belongs?|lies|owned|responsib\p{L}*|answers?)\b|\b(?:responsible|answers?|owns?) (?:for )?(?:the )?(?:technical|model accuracy|accuracy|uptime|infrastructure|technical performance)\b/iu;

const inSentence = perPart(({ text }: Prose) => SENTENCE.test(text));
const inTable = perPart(({ header, rows }: TableBlock) =>
  [header, ...rows].some(({ cells }) =>
    cells.some(({ prose }) => /^(?:technical|tech|engineering) (?:owner|lead)\b/i.test(prose.text)),
  ),
);

/** True when the document says anywhere who keeps the system running and correct. */
const namesTechnicalOwner = once(
  ({ frontmatter, outline }) =>
    frontmatter.has('technical_owner') ||
    outline.fields.some(({ label, value }) => value.text !== '' && LABEL.test(label)) ||
    outline.texts.some(({ prose }) => inSentence(prose)) ||
    outline.tables.some(({ table }) => inTable(table)),
);

export const technicalOwnerMissing = defineRule({
  id: 'technical-owner-missing',
  group: 'owner',
  severity: 'info',
  needs: 'whole',
  summary: 'Nobody is named for accuracy, uptime and infrastructure.',
  why:
    'The owner answers for the business result; accuracy, uptime and infrastructure stay with engineering. ' +
    'Naming a technical owner shows who that is, and keeps the two from being taken for one. ' +
    'Add `technical_owner`, for example the CTO or the lead of the team that runs the system.',
  source: [27, 28, 114],
  examples: {
    bad: [
      { text: '⟦---⟧\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n' },
      {
        text: '---\ntype: decision-rights\n---\n\n⟦## Owner⟧\n\nDana Whitfield, VP Claims, is accountable for cost per claim.\n',
      },
      {
        text: '⟦---⟧\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n- CTO:\n- Deputy: Tom Reed\n',
        note: 'a label with nothing behind it',
      },
      {
        path: 'claims-triage.decision-rights.md',
        text: '# Claims triage\n\n⟦## Owner⟧\n\n- Owner: Dana Whitfield, VP Claims\n',
        note: 'a document without frontmatter',
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\ntechnical_owner: Priya Nair, CTO\n---\n',
      },
      {
        text: '---\ntype: decision-rights\n---\n\n## Owner\n\n- Business owner: Dana Whitfield, VP Claims\n- Technical owner: Priya Nair\n',
        note: 'named in a list',
      },
      {
        note: 'in a table of roles',
        text: '---\ntype: decision-rights\nstatus: production\nowner: Dana Whitfield, VP Claims\n---\n\n## Roles\n\n| Role | Person |\n| --- | --- |\n| Technical owner | Ben Ito |\n',
      },
      {
        note: 'in a line of its own',
        text: '---\ntype: decision-rights\nstatus: production\nowner: Dana Whitfield, VP Claims\n---\n\n## Roles\n\n- Technical lead: Ben Ito\n',
      },
      {
        note: 'under the name of an office',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n- CTO: Ben Ito\n',
      },
      {
        note: 'in a sentence',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\nBen Ito answers for accuracy and uptime.\n',
      },
      {
        note: 'in a table of more columns',
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n| Role | Person | Since |\n| --- | --- | --- |\n| Deputy | Tom Reed | May |\n| Technical owner | Ben Ito | May |\n',
      },
      {
        note: 'nobody owns it: owner-missing',
        text: '---\ntype: decision-rights\n---\n\n# Claims triage\n',
      },
    ],
  },
  check(reading, report) {
    if (!ownerOf(reading) || ownerUnreadable(reading) || namesTechnicalOwner(reading)) return;
    report({
      span: sectionPlace(reading, 'owner'),
      message:
        'Nobody is named for accuracy, uptime and infrastructure. Add a technical owner beside the owner of the result.',
      fixes: () => [manual('Add a technical owner to be filled in', technicalOwnerEdits(reading, '[Name]'))],
    });
  },
});

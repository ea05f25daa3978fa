import type { SectionKind } from '../document/heading-kinds.ts';

/** What a section template is filled with; what is not known yet stays a placeholder in brackets. */
export interface TemplateValues {
  readonly owner: string;
  readonly ownerTitle: string;
  readonly technicalOwner: string;
  readonly metric: string;
  /** The tie-breaker as a text names it. */
  readonly tieBreaker: string;
  readonly timebox: string;
  readonly deputy: string;
  readonly triggers: readonly string[];
  readonly reachWithin: string;
  readonly mechanism: string;
  readonly executedBy: string;
}

/** Everything still to be filled in. */
export const PLACEHOLDERS: TemplateValues = {
  owner: '[Name]',
  ownerTitle: '[Title]',
  technicalOwner: '[Name of the technical owner]',
  metric: '[the business metric]',
  tieBreaker: 'the CTO',
  timebox: '48 hours',
  deputy: '[Name of the deputy]',
  triggers: ['[Trigger with its threshold]'],
  reachWithin: '[Time, such as 30 minutes]',
  mechanism: '[Switch or runbook]',
  executedBy: '[Team on call]',
};

/** A section as rules insert it and `new` writes it: heading and lines, `\n` between them. */
export interface SectionTemplate {
  readonly heading: string;
  body(values: TemplateValues): string;
}

/** The sections a document is made of; one source for inserts, new documents and snippets. */
export const SECTION_TEMPLATES: Readonly<Record<'owner' | 'raci' | 'stop' | 'escalation', SectionTemplate>> =
  {
    owner: {
      heading: 'Owner',
      body: ({ owner, ownerTitle, metric, timebox, tieBreaker }) =>
        `${owner}, ${ownerTitle}, answers for ${metric} and may pause or roll back the system in production at any time. ` +
        `When ${owner} and the CTO disagree and ${timebox} bring no agreement, ${decides(tieBreaker)} and writes the decision down.`,
    },
    raci: {
      heading: 'Decision rights',
      body: ({ owner, technicalOwner }) =>
        [
          '| Decision | Accountable | Responsible | Consulted | Informed |',
          '| --- | --- | --- | --- | --- |',
          ...[
            'Pilot go/no-go',
            'Production go-live',
            'In-production modification',
            'Production halt or rollback',
          ].map((decision) => `| ${decision} | ${owner} | ${technicalOwner} | CTO | Finance |`),
        ].join('\n'),
    },
    stop: {
      heading: 'Stop authority',
      body: ({ owner, triggers, reachWithin, mechanism, executedBy, deputy }) =>
        [
          `${owner} may pause the system or roll it back at any time, alone and without asking anybody first.`,
          '',
          `- Triggers: ${triggers.join('; ')}`,
          `- Reachable within: ${reachWithin}`,
          `- Mechanism: ${mechanism}`,
          `- Executed by: ${executedBy}`,
          `- Deputy: ${deputy}`,
        ].join('\n'),
    },
    escalation: {
      heading: 'Escalation',
      body: ({ owner, timebox, tieBreaker }) =>
        `When ${owner} and the CTO disagree, either of them raises it in writing and the clock starts. ` +
        `If it is unresolved within ${timebox}, ${decides(tieBreaker)} and records the decision with its reasons in the decision log. ` +
        'Until then the system stays as it is, unless the owner has paused it.',
    },
  };

/** A section with its heading at a level, ready for `insertSection`. */
export function renderSection(
  kind: keyof typeof SECTION_TEMPLATES & SectionKind,
  values: TemplateValues = PLACEHOLDERS,
  level = 2,
): string {
  const { heading, body } = SECTION_TEMPLATES[kind];
  return `${'#'.repeat(level)} ${heading}\n\n${body(values)}`;
}

function decides(tieBreaker: string): string {
  return `${tieBreaker} decides`;
}

import { type Duty, dutiesGivenAway } from '../../document/duties.ts';
import { metricsOf } from '../../document/metrics.ts';
import { soundOwner } from '../../document/owner-verdict.ts';
import type { Reading } from '../../document/reading.ts';
import { errorFromGate, fromGateOn } from '../../document/stage.ts';
import { saysWhoMayStop, stopAuthorityOf } from '../../document/stop-authority.ts';
import { sectionPlace } from '../places.ts';
import { defineRule } from '../rule.ts';
import { addToOwner, manual, nameOf } from './shared.ts';

const WORDS: Readonly<Record<Duty, string>> = {
  success: 'saying what success is',
  funding: 'securing the funding',
  metric: 'authority over the business metric',
  adoption: 'authority over adoption',
  risk: 'accepting the production risk',
};

/** What the owner's section says for each of the three. */
const SHOULD = {
  success: 'defines success',
  funding: 'secures the funding',
  stop: 'may stop the system',
} as const;
const LINES = {
  success: 'says what success is in business terms: [metric and target].',
  funding: 'secures the production funding from the budget of the unit.',
  stop: 'may pause the system or roll it back, without asking anyone.',
} as const;

/** True where a body text says that the owner secures the money. */
const FUNDING_SAID =
  /\b(?:secur|obtain|provid|holds?|owns?|fund|budget)\p{L}*\b[^.\n]{0,60}\b(?:funding|budget|funds)\b|\b(?:funding|budget)\b[^.\n]{0,60}\b(?:owner|unit|department|cost cent)/iu;

/** The duties nothing in the document gives to the owner. Funding counts as absent only where there is a gate to fund at. */
function absentDuties(reading: Reading): (keyof typeof LINES)[] {
  const { frontmatter, outline } = reading;
  const texts = outline.texts.filter(({ region }) => region.kind === 'owner');
  const said = (pattern: RegExp): boolean => texts.some(({ prose }) => pattern.test(prose.text));
  const absent: (keyof typeof LINES)[] = [];
  if (metricsOf(reading).length === 0 && !said(/\bmetrics?\b|\bsuccess\b|\bkpis?\b/i)) absent.push('success');
  const funded =
    frontmatter.has('gate', 'business_case', 'signed_by') ||
    frontmatter.has('gate', 'budget', 'approved_by') ||
    frontmatter.has('gate', 'budget', 'amount') ||
    /^(?:no|false)$/i.test(frontmatter.text('gate', 'budget', 'answer') ?? '') ||
    frontmatter.invalid('gate') ||
    said(FUNDING_SAID) ||
    outline.regions.some(({ kind }) => kind === 'gate' || kind === 'business-case');
  if (!funded) absent.push('funding');
  const stop = stopAuthorityOf(reading);
  if (!saysWhoMayStop(stop) && !said(/\b(?:stop|pause|roll(?:s)? back|rollback|halt)\b/i))
    absent.push('stop');
  return absent;
}

export const ownerDutiesIncomplete = defineRule({
  id: 'owner-duties-incomplete',
  group: 'owner',
  severity: 'warning',
  severityNote: 'warning; error at gate and in production',
  needs: 'whole',
  summary: 'A duty of the owner, or the authority it takes, is given to somebody else or to nobody.',
  why:
    'An owner has three duties: to say in business terms what success is, to secure the funding for production, and to hold the right to stop the system. ' +
    'They take authority over the business metric, over how the unit adopts the system, and over the risk it accepts. ' +
    'An owner who lacks one of these answers for something that another person decides. ' +
    'From the funding gate on all three belong in the document: an owned metric, a signed case or an approved budget, and the stop right count.',
  source: [34],
  examples: {
    bad: [
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Owner\n\n⟦Finance⟧ secures the production funding.\n',
        severity: 'warning',
        note: 'the money is somebody else’s duty',
      },
      {
        text: '---\ntype: decision-rights\nstatus: production\nowner: Dana Whitfield, VP Claims\nmetrics: [Cost per claim]\nstop_authority: Dana Whitfield\n---\n\n## Roles\n\nThe ⟦CTO⟧ accepts the production risk.\n',
        severity: 'error',
        note: 'the authority over the risk is given away',
      },
      {
        text: '⟦---⟧\ntype: decision-rights\nstatus: gate\nbenefiting_unit: Claims\nowner: Dana Whitfield, VP Claims\nstop_authority: Dana Whitfield\n---\n',
        severity: 'error',
        note: 'at the gate, and two of the three are nowhere',
      },
      {
        note: 'words elsewhere give the owner nothing',
        text: '⟦---⟧\ntype: decision-rights\nstatus: gate\nbenefiting_unit: Claims\nowner: Dana Whitfield, VP Claims\n---\n\n## Background\n\nSuccess and metrics come later. The vendor holds the budget. Anyone can stop by.\n',
        severity: 'error',
        raises: ['stop-authority-no-mechanism', 'stop-authority-no-trigger'],
      },
      {
        note: 'an owner’s section that only speaks of the money',
        text: '---\ntype: decision-rights\nstatus: gate\nbenefiting_unit: Claims\nowner: Dana Whitfield, VP Claims\n---\n\n⟦## Owner⟧\n\nDana Whitfield secures the production funding.\n\n## Background\n\nClaims wait too long.\n',
        severity: 'error',
        raises: ['stop-authority-no-mechanism', 'stop-authority-no-trigger'],
      },
      {
        note: 'a section about the case, in which the money has its place',
        text: '⟦---⟧\ntype: decision-rights\nstatus: gate\nbenefiting_unit: Claims\nowner: Dana Whitfield, VP Claims\n---\n\n# Claims triage\n\n## Business case\n\nSaves money.\n',
        severity: 'error',
        raises: ['stop-authority-no-mechanism', 'stop-authority-no-trigger'],
      },
      {
        note: 'a gate that says no to the budget speaks of it',
        text: '⟦---⟧\ntype: decision-rights\nstatus: gate\nbenefiting_unit: Claims\nowner: Dana Whitfield, VP Claims\ngate:\n  budget:\n    answer: no\n---\n',
        severity: 'error',
        raises: ['stop-authority-no-mechanism', 'stop-authority-no-trigger'],
      },
    ],
    good: [
      {
        text: '---\ntype: decision-rights\nstatus: gate\nowner: Dana Whitfield, VP Claims\nmetrics: [Cost per claim]\nstop_authority: Dana Whitfield\ngate:\n  business_case:\n    signed_by: Dana Whitfield\n---\n',
        note: 'metric, signed case and stop right count as the three',
      },
      {
        text: '---\ntype: decision-rights\nowner: Dana Whitfield, VP Claims\n---\n\n## Owner\n\nThe business owner defines success and secures production funding. VP Claims accepts the production risk.\n',
        note: 'the owner by role and by position',
      },
      {
        note: 'the three in words of the owner’s section',
        text: '---\ntype: decision-rights\nstatus: gate\nbenefiting_unit: Claims\nowner: Dana Whitfield, VP Claims\n---\n\n## Owner\n\nDana Whitfield defines success, holds the budget for production and may stop the system.\n',
      },
      {
        note: 'an approved budget and a stop right',
        text: '---\ntype: decision-rights\nstatus: gate\nbenefiting_unit: Claims\nowner: Dana Whitfield, VP Claims\nstop_authority: Dana Whitfield\ngate:\n  budget:\n    approved_by: Ines Moreau\n---\n',
      },
    ],
  },
  check(reading, report) {
    const owner = soundOwner(reading);
    if (!owner) return;
    const severity = errorFromGate(reading);
    const name = nameOf(owner);
    for (const { duty, to, span } of dutiesGivenAway(reading))
      report({
        span,
        severity,
        message: `The document gives ${WORDS[duty]} to ${nameOf(to)}, not to the owner ${name}. Give it to the owner, or make ${nameOf(to)} somebody the owner consults.`,
        related: [{ span: owner.span, message: `${name} is the owner.` }],
      });
    if (!fromGateOn(reading)) return;
    const absent = absentDuties(reading);
    // One missing piece has a rule of its own; several mean that nobody thought of the duties.
    if (absent.length < 2) return;
    const list = absent.map((duty) => SHOULD[duty]);
    report({
      span: sectionPlace(reading, 'owner'),
      severity,
      message: `Nothing says that ${name} ${list.slice(0, -1).join(', ')} or ${list.at(-1) ?? ''}. Write down the owner’s three duties.`,
      fixes: () => {
        const lines = absent.map((duty) => `- ${name} ${LINES[duty]}`).join('\n');
        return [manual('Insert the owner’s duties that are missing', addToOwner(reading, lines))];
      },
    });
  },
});

import { isAgentic } from '../../document/stage.ts';
import { stopAuthorityOf, stopUnreadable } from '../../document/stop-authority.ts';
import type { YamlValue } from '../../edits/frontmatter-edits.ts';
import { offer } from '../offer.ts';
import { defineRule } from '../rule.ts';
import { addTerms, TERMS, termPlace } from './shared.ts';

export const stopAuthorityNoTrigger = defineRule({
  id: 'stop-authority-no-trigger',
  group: 'stop-authority',
  severity: 'warning',
  severityNote: 'warning, error if agentic',
  needs: 'whole',
  summary: 'a stop right without a trigger or without a time to reach the holder',
  why: 'A right that nobody knows when to use is used too late. A trigger with a threshold says when the holder has to look and act; a reach time says how long the system may go on before somebody with the right can be found. Both matter most for a system that acts by itself, because its mistakes add up by the minute. The holder stays free to stop without a trigger. That the two are asked for goes a step beyond the source, which asks for more explicit rights where AI acts by itself.',
  source: [137],
  facts: ['eu-14-3', 'eu-26-5', 'nist-manage'],
  examples: {
    bad: [
      {
        text: `---
type: decision-rights
⟦stop_authority⟧: Dana Whitfield
---
`,
      },
      {
        note: 'one of the two is missing',
        text: `---
type: decision-rights
autonomy: agentic
---

⟦## Stop authority⟧

Dana Whitfield may pause or roll back the agent whenever wrong refunds exceed 2 % in a day. The switch is the flag refunds-ai.
`,
        severity: 'error',
      },
      {
        note: 'in a flow map',
        text: `---
type: decision-rights
⟦stop_authority⟧: {holder: Dana Whitfield, reach_within: 30min}
---
`,
      },
      {
        note: 'both, in a section',
        text: `---
type: decision-rights
---

⟦## Stop authority⟧

Dana Whitfield may pause or roll back the system.
`,
      },
      {
        note: 'several holders have to be settled first',
        text: `---
type: decision-rights
⟦stop_authority⟧: [Dana Whitfield, Tom Becker]
---
`,
      },
    ],
    good: [
      {
        note: 'a value that cannot be read is reported as such',
        text: `---
type: decision-rights
stop_authority:
  holder: Dana Whitfield
  triggers: [More than 2 % wrong refusals in a day]
  reach_within: quickly
---
`,
      },
      {
        note: 'nobody may stop the system: that is the finding',
        text: `---
type: decision-rights
---

# Claims triage
`,
      },
      {
        text: `---
type: decision-rights
stop_authority:
  holder: Dana Whitfield
  triggers: [More than 2 % wrong refusals in a day]
  reach_within: 30min
---
`,
      },
      {
        note: 'said in the section',
        text: `---
type: decision-rights
stop_authority: Dana Whitfield
---

## Stop authority

She is reachable within 30 minutes. Triggers that must lead to a stop: override rate above 24 %, a confirmed privacy incident.
`,
      },
    ],
  },
  check(reading, report) {
    const stop = stopAuthorityOf(reading);
    const [statement] = stop.statements;
    if (!statement || stopUnreadable(reading, 'holder', 'triggers', 'reach_within')) return;
    const keys: Record<string, YamlValue> = {};
    const lines: string[] = [];
    const missing: string[] = [];
    if (stop.triggers.length === 0) {
      missing.push('what triggers a stop');
      keys.triggers = ['[What happens, with its threshold]'];
      lines.push(TERMS.trigger);
    }
    if (!stop.reach) {
      missing.push('how soon the holder can be reached');
      keys.reach_within = '[30 minutes]';
      lines.push(TERMS.reach);
    }
    if (missing.length === 0) return;
    report({
      span: termPlace(reading, statement),
      ...(isAgentic(reading) ? { severity: 'error' as const } : {}),
      message: `The stop right does not say ${missing.join(' or ')}. Add ${missing.length > 1 ? 'both' : 'it'}, so that the right is used in time.`,
      fixes: () => offer(`Add ${missing.join(' and ')}, for you to fill in`, addTerms(reading, keys, lines)),
    });
  },
});

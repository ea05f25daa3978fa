import { stageOf } from '../../document/stage.ts';
import { lookupOf } from '../../workspace/company.ts';
import { frontmatterPlace } from '../places.ts';
import { defineRule } from '../rule.ts';
import { COMPLETE, registerWith } from './example.ts';
import { selfPath, shownPath, titleInBody } from './shared.ts';

const CLAIMS = `---
type: decision-rights
initiative: claims-triage
title: Claims triage
status: production
---

# Decision rights
`;

export const systemNotInRegister = defineRule({
  id: 'system-not-in-register',
  group: 'register',
  severity: 'error',
  needs: 'whole',
  summary: 'a system in production has no row in the register of AI systems',
  why: 'The register is the one list of what is running, and it is where people look when a system goes wrong. A system in production that is missing there looks to everybody else like AI that nobody approved. Add a row with its unit, who would be called first, the day it was identified, its owner and a link to this document.',
  source: [19, 20, 139, 140],
  examples: {
    bad: [
      {
        text: CLAIMS.replace('production', '⟦production⟧'),
        files: { 'ai-systems.md': registerWith(COMPLETE) },
      },
      {
        note: 'paused counts as production',
        text: CLAIMS.replace('production', '⟦paused⟧'),
        files: { 'ai-systems.md': registerWith(COMPLETE) },
      },
    ],
    good: [
      {
        text: CLAIMS,
        files: {
          'ai-systems.md': registerWith(
            '| Claims system | Claims | Dana Whitfield | 2026-02-01 | Dana Whitfield | 2026-02-10 | [document](claims-triage.md) |',
          ),
        },
      },
      {
        note: 'the row names it in other letters, and has no link yet',
        text: CLAIMS,
        files: {
          'ai-systems.md': registerWith('| CLAIMS TRIAGE | Claims | Dana Whitfield | 2026-02-20 |  |  |  |'),
        },
      },
      { note: 'the company keeps no register', text: CLAIMS, files: {} },
      {
        note: 'a pilot is not in production',
        text: CLAIMS.replace('production', 'pilot'),
        files: { 'ai-systems.md': registerWith(COMPLETE) },
      },
    ],
  },
  check(reading, report) {
    const { doc, frontmatter, settings } = reading;
    const { workspace } = settings;
    if (!workspace || stageOf(reading) !== 'production') return;
    const register = workspace.registers.find(({ template }) => template !== true);
    if (!register || frontmatter.invalid('initiative')) return;
    const initiative = frontmatter.text('initiative');
    const title = frontmatter.text('title') ?? titleInBody(reading);
    const path = selfPath(reading);
    if (lookupOf(workspace).rowsOf({ path, initiative, title }).length > 0) return;
    const status = frontmatter.node('status');
    const place = shownPath(reading, register.path);
    report({
      span: status?.kind === 'scalar' ? status.inner : frontmatterPlace(doc),
      message: `${title ?? initiative ?? 'This system'} is in production and has no row in the register ${place}. Add a row with its unit, who would be called first, the day it was identified, its owner and a link to this document.`,
    });
  },
});

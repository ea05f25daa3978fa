import { stageOf } from '../../document/stage.ts';
import { lookupOf } from '../../workspace/company.ts';
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
        note: 'a heading of the second level is no title, nor is the last one',
        text: CLAIMS.replace('production', '"⟦production⟧"')
          .replace('title: Claims triage\n', '')
          .replace('# Decision rights', '## Claims system\n\n# Claims system'),
        files: {
          'ai-systems.md': registerWith('| Claims system | Claims | Dana Whitfield | 2026-02-20 |  |  |  |'),
          'old/ai-systems.md': registerWith(COMPLETE),
        },
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
        note: 'a template of a register lists nothing that exists',
        text: CLAIMS,
        files: { 'ai-systems.md': registerWith(COMPLETE).replace('---\n\n', 'template: true\n---\n\n') },
      },
      {
        note: 'the title stands in the first heading',
        text: CLAIMS.replace('title: Claims triage\n', '').replace('# Decision rights', '# Claims system'),
        files: {
          'ai-systems.md': registerWith('| Claims system | Claims | Dana Whitfield | 2026-02-20 |  |  |  |'),
        },
      },
      {
        note: 'a pilot is not in production',
        text: CLAIMS.replace('production', 'pilot'),
        files: { 'ai-systems.md': registerWith(COMPLETE) },
      },
    ],
  },
  check(reading, report) {
    const { frontmatter } = reading;
    const { workspace } = reading.settings;
    const status = frontmatter.node('status');
    if (!workspace || status?.kind !== 'scalar' || stageOf(reading) !== 'production') return;
    const register = workspace.registers.find(({ template }) => template !== true);
    if (!register || frontmatter.invalid('initiative')) return;
    const initiative = frontmatter.text('initiative');
    const title = frontmatter.text('title') ?? titleInBody(reading);
    const path = selfPath(reading);
    if (lookupOf(workspace).rowsOf({ path, initiative, title }).length > 0) return;
    const place = shownPath(reading, register.path);
    report({
      span: status.inner,
      message: `${title ?? initiative ?? 'This system'} is in production and has no row in the register ${place}. Add a row with its unit, who would be called first, the day it was identified, its owner and a link to this document.`,
    });
  },
});
